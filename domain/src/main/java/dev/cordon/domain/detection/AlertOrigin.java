package dev.cordon.domain.detection;

import dev.cordon.domain.kernel.Mode;
import java.util.Locale;

/**
 * Where an alert comes from. Unique within a store: the same origin is the same alert.
 *
 * @param sourceType what kind of thing saw it: {@code detection}, {@code sensor}, {@code api},
 *     {@code report}, {@code integrity}, {@code payment-page}, {@code connection}, {@code
 *     inventory} or {@code vulnerability}
 * @param source which one; for detection the mode of the logs that it watched together
 * @param reference the campaign, as the source names it
 */
public record AlertOrigin(String sourceType, String source, String reference) {

    /** Detection over a store's logs. */
    public static final String DETECTION = "detection";

    /** A log in which nothing, or not enough, is seen. */
    public static final String SENSOR = "sensor";

    /** The watch over evidence and ledger. */
    public static final String INTEGRITY = "integrity";

    /** The watch over a store's payment page. */
    public static final String PAYMENT_PAGE = "payment-page";

    /** A connection of a store that stopped working. */
    public static final String CONNECTION = "connection";

    /** What is in a store and was not approved. */
    public static final String INVENTORY = "inventory";

    /** What runs in a store and is known to be vulnerable. */
    public static final String VULNERABILITY = "vulnerability";

    /** A program outside that sends its alerts. */
    public static final String API = "api";

    /** Somebody who noticed something. */
    public static final String REPORT = "report";

    public AlertOrigin {
        if (sourceType.isBlank() || source.isBlank() || reference.isBlank()) {
            throw new IllegalArgumentException(
                    "an alert's origin has a type, a source, a reference");
        }
    }

    /**
     * What detection found in the store's logs of that mode.
     *
     * @param reference the finding's
     */
    public static AlertOrigin ofDetection(Mode mode, String reference) {
        return new AlertOrigin(DETECTION, mode.name().toLowerCase(Locale.ROOT), reference);
    }

    @Override
    public String toString() {
        return sourceType + "/" + source + "/" + reference;
    }
}
