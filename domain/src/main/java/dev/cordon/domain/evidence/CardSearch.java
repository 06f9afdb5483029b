package dev.cordon.domain.evidence;

import dev.cordon.domain.kernel.Canonical;
import dev.cordon.domain.kernel.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * What looking for card numbers and card verification codes in the content came to, before anything
 * was stored (PCI DSS 4.0.1, requirements 3.3.1, 3.4.1 and 3.5.1).
 *
 * @param rules the rules by which was searched, {@code cards/1}; empty if nobody searched
 * @param masked how many were blotted out; the item's digest is of what was stored then
 * @param left how many were found and left in, because blotting them out would break the content
 * @param because why a person took it in with them; empty if none was left
 * @param came the digest of what came; null if it was stored as it came
 */
public record CardSearch(
        String rules,
        Extent extent,
        long masked,
        long left,
        String because,
        @Nullable Sha256 came) {

    /** How much of the content was searched. A name is hashed and stays. */
    public enum Extent {
        NOTHING,
        /**
         * Some of it could not be looked into: it is encrypted, damaged, packed too deep, or packed
         * by its own format as the text of a PDF is.
         */
        PART,
        ALL
    }

    /** Nobody searched it. */
    public static final CardSearch NONE = new CardSearch("", Extent.NOTHING, 0, 0, "", null);

    public CardSearch {
        if (masked < 0 || left < 0) {
            throw new IllegalArgumentException("a count is not negative");
        }
        if (rules.isEmpty() != (extent == Extent.NOTHING)) {
            throw new IllegalArgumentException("who searched did so by some rules");
        }
        if (left > 0 && because.isBlank()) {
            throw new IllegalArgumentException("somebody says why card numbers are left in");
        }
        if (masked > 0 && came == null) {
            throw new IllegalArgumentException("what was changed had another digest before");
        }
    }

    /** Adds what the first form of the facts does not know. */
    public Canonical addTo(Canonical form) {
        return form.add(rules)
                .add(extent.name())
                .add(left)
                .add(because)
                .add(came == null ? "" : came.hex());
    }
}
