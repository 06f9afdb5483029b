package dev.cordon.domain.evidence;

import dev.cordon.domain.kernel.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * What was found in the content when it was taken in.
 *
 * @param danger why it must not be opened by accident; null if nothing dangerous was seen
 * @param manifest the digest of the list of files within, for a tree; null for anything else
 */
public record Intake(CardSearch cards, @Nullable String danger, @Nullable Sha256 manifest) {

    /** How many card numbers and verification codes were blotted out before it was stored. */
    public long masked() {
        return cards.masked();
    }

    public boolean isDangerous() {
        return danger != null;
    }
}
