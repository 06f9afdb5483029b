package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.time.InstantSource;

/** Ends the hold of one matter; holds of others stay. */
@StreamingUseCase
public class ReleaseEvidence {

    public record Command(EvidenceId evidence, String matter, String purpose) {
        public Command {
            purpose = Purposes.required(purpose);
        }
    }

    private final Custodians custodians;
    private final EvidenceVault vault;
    private final EvidenceItems items;
    private final UnitOfWork work;
    private final Caller caller;
    private final InstantSource clock;

    ReleaseEvidence(
            Custodians custodians,
            EvidenceVault vault,
            EvidenceItems items,
            UnitOfWork work,
            Caller caller,
            InstantSource clock) {
        this.custodians = custodians;
        this.vault = vault;
        this.items = items;
        this.work = work;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @throws IOException if the storage does not answer: the release is recorded, and the storage
     *     lets go when the content is disposed of
     */
    @Requires(Permission.EVIDENCE_KEEP)
    public void release(Command command) throws IOException {
        custodians.change(
                command.evidence(),
                item ->
                        item.release(
                                command.matter(),
                                command.purpose(),
                                caller.person(),
                                clock.instant()));
        var item = custodians.item(command.evidence());
        for (var content : item.contents()) {
            if (!isHeld(item.incident(), content)) {
                vault.hold(item.incident(), content, false);
            }
        }
    }

    /** Several items may stand on one content. */
    private boolean isHeld(IncidentId incident, Sha256 content) {
        return work.commit(() -> items.of(incident)).stream()
                .filter(other -> other.contents().contains(content))
                .anyMatch(other -> other.custody().isHeld());
    }
}
