package dev.cordon.application.evidence;

import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Opens the content of an item to be copied; to look at it is {@link LookAtEvidence}. That is a
 * link of the chain, written before the first byte.
 */
@StreamingUseCase
public class ViewEvidence {

    /**
     * @param purpose why it is copied
     * @param recipient who gets the copy, if it is not the caller; null if it is
     */
    public record Command(EvidenceId evidence, String purpose, @Nullable String recipient) {
        public Command {
            purpose = Purposes.required(purpose);
            recipient = recipient == null || recipient.isBlank() ? null : recipient.strip();
        }
    }

    /**
     * @param fileName to keep it under
     * @param wrapped whether it is a ZIP around the content, which must not be opened by accident
     * @param content to be closed by the caller
     */
    public record Opened(
            EvidenceItem item, String fileName, boolean wrapped, InputStream content) {}

    private final Opening opening;

    ViewEvidence(Opening opening) {
        this.opening = opening;
    }

    /**
     * What must not be opened by accident comes wrapped, see {@link Wrapping}.
     *
     * @throws IllegalTransition if it was disposed of
     * @throws IOException if the vault cannot give it out
     */
    @Requires(Permission.EVIDENCE_VIEW)
    public Opened view(Command command) throws IOException {
        return opening.open(command, false);
    }
}
