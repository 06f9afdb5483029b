package dev.cordon.domain.evidence;

import dev.cordon.domain.kernel.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * What was found in the content when it was taken in.
 *
 * @param masked how many card numbers and card verification codes were blotted out before anything
 *     was stored (PCI DSS 4.0.1, requirements 3.3.1 and 3.5.1); the digest is of what was stored
 * @param danger why it must not be opened by accident; null if nothing dangerous was seen
 * @param manifest the digest of the list of files within, for a tree; null for anything else
 */
public record Intake(long masked, @Nullable String danger, @Nullable Sha256 manifest) {

    /** The content was stored as it came, and nobody searched it. */
    public static final Intake AS_IT_CAME = new Intake(0, null, null);

    public Intake {
        if (masked < 0) {
            throw new IllegalArgumentException("a count is not negative: " + masked);
        }
    }

    public boolean isDangerous() {
        return danger != null;
    }
}
