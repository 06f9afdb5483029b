package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Progress;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.time.InstantSource;

/** Takes an item over that was offered to the caller. Hashed anew before they answer for it. */
@StreamingUseCase
public class AcceptEvidence {

    /**
     * @param progress told of the content's bytes while they are hashed
     */
    public record Command(EvidenceId evidence, String purpose, Progress progress) {

        public Command {
            purpose = Purposes.required(purpose);
        }

        public Command(EvidenceId evidence, String purpose) {
            this(evidence, purpose, Progress.UNWATCHED);
        }
    }

    private final Custodians custodians;
    private final Caller caller;
    private final InstantSource clock;

    AcceptEvidence(Custodians custodians, Caller caller, InstantSource clock) {
        this.custodians = custodians;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @throws NotIntact if it is not what was collected
     */
    @Requires(Permission.EVIDENCE_COLLECT)
    public void accept(Command command) throws IOException {
        var item = custodians.item(command.evidence());
        item.accept(command.purpose(), caller.person(), clock.instant());
        custodians.requireIntact(item, command.progress());
        custodians.change(
                item.id(), now -> now.accept(command.purpose(), caller.person(), clock.instant()));
    }
}
