package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Progress;
import dev.cordon.application.people.PeopleDirectory;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.time.InstantSource;

/** Offers an item to another person. Hashed anew before it leaves its custodian's hands. */
@StreamingUseCase
public class HandOverEvidence {

    /**
     * @param to the login name of whoever is to answer for it
     * @param progress told of the content's bytes while they are hashed
     */
    public record Command(EvidenceId evidence, String to, String purpose, Progress progress) {

        public Command {
            purpose = Purposes.required(purpose);
        }

        public Command(EvidenceId evidence, String to, String purpose) {
            this(evidence, to, purpose, Progress.UNWATCHED);
        }
    }

    private final Custodians custodians;
    private final PeopleDirectory people;
    private final Caller caller;
    private final InstantSource clock;

    HandOverEvidence(
            Custodians custodians, PeopleDirectory people, Caller caller, InstantSource clock) {
        this.custodians = custodians;
        this.people = people;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @throws NotFound if there is no such item, or nobody of that name who may hold it
     * @throws NotIntact if it is not what was collected
     */
    @Requires(Permission.EVIDENCE_COLLECT)
    public void handOver(Command command) throws IOException {
        var item = custodians.item(command.evidence());
        var to = receiver(command.to(), item);
        item.handOver(to, command.purpose(), caller.person(), clock.instant());
        custodians.requireIntact(item, command.progress());
        custodians.change(
                item.id(),
                now -> now.handOver(to, command.purpose(), caller.person(), clock.instant()));
    }

    private Actor.Person receiver(String name, EvidenceItem item) {
        return people.find(name)
                .filter(
                        person ->
                                person.access()
                                        .scope(Permission.EVIDENCE_COLLECT)
                                        .covers(item.store()))
                .map(_ -> new Actor.Person(name))
                .orElseThrow(() -> new NotFound("a person " + name + " who may hold evidence"));
    }
}
