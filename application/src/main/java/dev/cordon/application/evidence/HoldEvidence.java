package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.time.InstantSource;

/** Forbids to dispose of an item as long as a matter needs it. */
@StreamingUseCase
public class HoldEvidence {

    public record Command(EvidenceId evidence, String matter, String purpose) {
        public Command {
            purpose = Purposes.required(purpose);
        }
    }

    private final Custodians custodians;
    private final EvidenceVault vault;
    private final Caller caller;
    private final InstantSource clock;

    HoldEvidence(Custodians custodians, EvidenceVault vault, Caller caller, InstantSource clock) {
        this.custodians = custodians;
        this.vault = vault;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @throws IOException if the storage refuses or does not answer; nothing is recorded then
     */
    @Requires(Permission.EVIDENCE_KEEP)
    public void hold(Command command) throws IOException {
        var item = custodians.item(command.evidence());
        held(item, command);
        for (var content : item.contents()) {
            vault.hold(item.incident(), content, true);
        }
        custodians.change(item.id(), now -> held(now, command));
    }

    private Transition<EvidenceItem> held(EvidenceItem item, Command command) {
        return item.hold(command.matter(), command.purpose(), caller.person(), clock.instant());
    }
}
