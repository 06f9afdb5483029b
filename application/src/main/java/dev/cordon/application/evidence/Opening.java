package dev.cordon.application.evidence;

import dev.cordon.application.evidence.ViewEvidence.Command;
import dev.cordon.application.evidence.ViewEvidence.Opened;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.evidence.CustodyEntry.Action;
import dev.cordon.domain.kernel.IllegalTransition;
import java.io.IOException;

/** Opens content once its link is written. */
@Supporting
class Opening {

    private final EvidenceVault vault;
    private final Custodians custodians;
    private final Wrapping wrapping;

    Opening(EvidenceVault vault, Custodians custodians, Wrapping wrapping) {
        this.vault = vault;
        this.custodians = custodians;
        this.wrapping = wrapping;
    }

    /**
     * @param plain whether dangerous content comes as it is
     */
    Opened open(Command command, boolean plain) throws IOException {
        var item = custodians.item(command.evidence());
        if (item.custody().isDisposedOf()) {
            throw new IllegalTransition(item.label(), "disposed of", "be looked at");
        }
        boolean dangerous = item.intake().isDangerous();
        var content = vault.open(item.incident(), item.content());
        try {
            custodians.note(
                    item,
                    command.copied() ? Action.COPIED : Action.VIEWED,
                    command.recipient(),
                    dangerous && plain ? command.purpose() + " (unwrapped)" : command.purpose());
        } catch (RuntimeException e) {
            content.close();
            throw e;
        }
        var name = item.label() + "-" + item.originalName();
        return dangerous && !plain
                ? new Opened(item, name + ".zip", true, wrapping.wrap(item.originalName(), content))
                : new Opened(item, name, false, content);
    }
}
