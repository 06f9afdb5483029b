package dev.cordon.domain.detection.intake;

import java.util.Locale;
import java.util.Optional;

/** Who tells of payments by signed webhooks, each in a form of its own. */
public enum PaymentProvider {
    STRIPE,
    PAYPAL,
    MOLLIE,
    /** The store itself: its webhooks of orders. */
    WOOCOMMERCE,
    /** Any other that signs with HMAC-SHA256; a {@link HmacScheme} says how. */
    HMAC;

    /** As it stands in addresses: {@code stripe}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The provider of that word; empty if there is none. */
    public static Optional<PaymentProvider> named(String word) {
        for (PaymentProvider each : values()) {
            if (each.word().equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
