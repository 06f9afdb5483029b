package dev.cordon.application.evidence;

import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.people.Permission;
import java.io.IOException;

/**
 * Looks at how an item begins, where it lies: no copy leaves. That is a link of the chain, written
 * before the first byte is read.
 */
@StreamingUseCase
public class LookAtEvidence {

    /** So many bytes are shown at most. */
    public static final int MOST = 64 << 10;

    /**
     * @param purpose why it is looked at
     */
    public record Command(EvidenceId evidence, String purpose) {
        public Command {
            purpose = Purposes.required(purpose);
        }
    }

    private final Opening opening;

    LookAtEvidence(Opening opening) {
        this.opening = opening;
    }

    /**
     * Dangerous content too: as characters or digits it runs nowhere.
     *
     * @throws IllegalTransition if it was disposed of
     * @throws EvidenceVault.Unreadable if what would be shown was changed or cut off
     * @throws IOException if the vault cannot give it out
     */
    @Requires(Permission.EVIDENCE_VIEW)
    public Beginning look(Command command) throws IOException {
        var opened = opening.look(command);
        try (var content = opened.content()) {
            var bytes = content.readNBytes(MOST);
            boolean goesOn = bytes.length < opened.item().size();
            return new Beginning(
                    opened.item(), bytes.length, Legible.form(bytes), Legible.text(bytes, goesOn));
        }
    }
}
