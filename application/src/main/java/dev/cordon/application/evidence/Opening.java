package dev.cordon.application.evidence;

import dev.cordon.application.evidence.ViewEvidence.Command;
import dev.cordon.application.evidence.ViewEvidence.Opened;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.evidence.CustodyEntry.Action;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.kernel.IllegalTransition;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

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
     * To be copied.
     *
     * @param plain whether dangerous content comes as it is
     */
    Opened open(Command command, boolean plain) throws IOException {
        var item = there(command.evidence());
        boolean dangerous = item.intake().isDangerous();
        var content =
                noted(
                        item,
                        Action.COPIED,
                        command.recipient(),
                        dangerous && plain
                                ? command.purpose() + " (unwrapped)"
                                : command.purpose());
        return dangerous && !plain
                ? new Opened(
                        item,
                        name(item) + ".zip",
                        true,
                        wrapping.wrap(item.originalName(), content))
                : new Opened(item, name(item), false, content);
    }

    /** To be looked at, as it is. */
    Opened look(LookAtEvidence.Command command) throws IOException {
        var item = there(command.evidence());
        var content = noted(item, Action.VIEWED, null, command.purpose());
        return new Opened(item, name(item), false, content);
    }

    private EvidenceItem there(EvidenceId id) {
        var item = custodians.item(id);
        if (item.custody().isDisposedOf()) {
            throw new IllegalTransition(item.label(), "disposed of", "be looked at");
        }
        return item;
    }

    private InputStream noted(
            EvidenceItem item, Action action, @Nullable String counterpart, String purpose)
            throws IOException {
        var content = vault.open(item.incident(), item.content());
        try {
            custodians.note(item, action, counterpart, purpose);
        } catch (RuntimeException e) {
            content.close();
            throw e;
        }
        return content;
    }

    private static String name(EvidenceItem item) {
        return item.label() + "-" + item.originalName();
    }
}
