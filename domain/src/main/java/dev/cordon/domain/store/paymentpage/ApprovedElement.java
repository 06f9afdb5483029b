package dev.cordon.domain.store.paymentpage;

import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Sha256;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An element that may be on the payment page, and why (PCI DSS 4.0.1, 6.4.3: authorized, its
 * integrity assured, justified).
 *
 * @param content the digest that it has to have; null where any content from that address is
 *     accepted, as for a payment provider's script that changes every week
 * @param justification why the page needs it
 */
public record ApprovedElement(
        PageElement.Key key, @Nullable Sha256 content, String justification, Actor by, Instant at) {

    private static final int LONGEST = 500;

    public ApprovedElement {
        justification = justification.strip();
        if (justification.isEmpty() || justification.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "each script needs a justification of at most 500 characters");
        }
    }

    /** Whether it is what was approved under its name. */
    public boolean accepts(PageElement element) {
        return key.equals(element.key()) && (content == null || content.equals(element.content()));
    }
}
