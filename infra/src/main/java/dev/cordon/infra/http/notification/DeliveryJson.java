package dev.cordon.infra.http.notification;

import dev.cordon.domain.notification.Delivery;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one message, as sent. Names nobody: the customer number leads to the person.
 *
 * @param customer the store's customer number
 * @param address the address, all but its first letter and its domain hidden
 * @param proof the receiving server's answer, word for word
 */
record DeliveryJson(
        int ordinal,
        String customer,
        String address,
        String language,
        Delivery.Status status,
        int attempts,
        @Nullable Instant nextAttempt,
        String messageId,
        String proof,
        String server,
        @Nullable Instant at) {

    static DeliveryJson of(Delivery delivery) {
        var recipient = delivery.recipient();
        return new DeliveryJson(
                recipient.ordinal(),
                recipient.ref(),
                recipient.address(),
                recipient.language(),
                delivery.status(),
                delivery.attempts(),
                delivery.nextAttempt(),
                delivery.messageId(),
                delivery.proof(),
                delivery.server(),
                delivery.at());
    }
}
