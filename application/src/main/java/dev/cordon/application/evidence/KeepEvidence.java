package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;

/** Changes until when an item is kept. */
@StreamingUseCase
public class KeepEvidence {

    public record Command(EvidenceId evidence, Instant until, String purpose) {
        public Command {
            purpose = Purposes.required(purpose);
        }
    }

    private final Custodians custodians;
    private final EvidenceVault vault;
    private final Caller caller;
    private final InstantSource clock;

    KeepEvidence(Custodians custodians, EvidenceVault vault, Caller caller, InstantSource clock) {
        this.custodians = custodians;
        this.vault = vault;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @throws IOException if the storage refuses or does not answer; nothing is recorded then
     */
    @Requires(Permission.EVIDENCE_KEEP)
    public void keep(Command command) throws IOException {
        var item = custodians.item(command.evidence());
        kept(item, command);
        if (item.custody().isSealed()) {
            for (var content : item.contents()) {
                vault.seal(item.incident(), content, command.until());
            }
        }
        custodians.change(item.id(), now -> kept(now, command));
    }

    private Transition<EvidenceItem> kept(EvidenceItem item, Command command) {
        return item.keep(command.until(), command.purpose(), caller.person(), clock.instant());
    }
}
