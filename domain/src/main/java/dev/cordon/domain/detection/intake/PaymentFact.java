package dev.cordon.domain.detection.intake;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a provider's webhook tells of, in the words that rules read as {@code activity_name}. */
public enum PaymentFact {
    PAYMENT_FAILED,
    PAYMENT_SUCCEEDED,
    PAYMENT_REFUNDED,
    /** A customer or a bank wants the money back: a dispute, a chargeback. */
    PAYMENT_DISPUTED,
    PAYMENT_DISPUTE_CLOSED,
    /** The provider holds the payment for fraud, or a card network says so. */
    PAYMENT_FRAUD_WARNING,
    /** Anything else about payments; no rule of the pack reads it. */
    PAYMENT_UPDATED,
    ORDER_PENDING,
    ORDER_PAID,
    ORDER_FAILED,
    ORDER_CANCELLED,
    ORDER_REFUNDED,
    /** Anything else about orders; no rule of the pack reads it. */
    ORDER_UPDATED;

    /** As it stands in a line: {@code payment_failed}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The fact of that word.
     *
     * @throws IllegalArgumentException with a sentence if there is none
     */
    public static PaymentFact named(String word) {
        for (PaymentFact each : values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        throw new IllegalArgumentException(
                "no event is called so; there are "
                        + Arrays.stream(values())
                                .map(PaymentFact::word)
                                .collect(Collectors.joining(", ")));
    }
}
