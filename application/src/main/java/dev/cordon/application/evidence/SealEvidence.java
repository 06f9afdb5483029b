package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Progress;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.time.InstantSource;

/**
 * Makes an item read-only where it lies, for as long as it is kept. Hashed anew before: what is
 * sealed is what was collected. Where it broke off between storage and record, doing it again
 * records it.
 */
@StreamingUseCase
public class SealEvidence {

    /**
     * @param purpose why now
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
    private final EvidenceVault vault;
    private final Caller caller;
    private final InstantSource clock;

    SealEvidence(Custodians custodians, EvidenceVault vault, Caller caller, InstantSource clock) {
        this.custodians = custodians;
        this.vault = vault;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @throws NotIntact if it is not what was collected
     * @throws IOException if the storage refuses or does not answer; nothing is recorded then
     */
    @Requires(Permission.EVIDENCE_COLLECT)
    public void seal(Command command) throws IOException {
        var item = custodians.item(command.evidence());
        item.seal(command.purpose(), caller.actor(), clock.instant());
        custodians.requireIntact(item, command.progress());
        lock(item);
        custodians.change(
                item.id(), now -> now.seal(command.purpose(), caller.actor(), clock.instant()));
        var sealed = custodians.item(item.id());
        if (sealed.custody().keepUntil().isAfter(item.custody().keepUntil())) {
            lock(sealed); // whoever prolonged it meanwhile did not see the seal
        }
    }

    private void lock(EvidenceItem item) throws IOException {
        for (var content : item.contents()) {
            vault.seal(item.incident(), content, item.custody().keepUntil());
        }
    }
}
