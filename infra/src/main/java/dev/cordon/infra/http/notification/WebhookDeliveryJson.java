package dev.cordon.infra.http.notification;

import dev.cordon.domain.notification.WebhookDelivery;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way to an endpoint.
 *
 * @param id sent as {@code webhook-id}
 * @param next when it is tried next
 */
record WebhookDeliveryJson(
        UUID id,
        String type,
        Instant at,
        UUID subject,
        String reference,
        WebhookDelivery.State state,
        int tries,
        @Nullable Instant next) {

    /**
     * One try.
     *
     * @param status absent if no answer came
     * @param excerpt the beginning of the answer, or why there was none
     */
    record WebhookAttemptJson(
            Instant at, boolean taken, @Nullable Integer status, String excerpt, int millis) {

        static WebhookAttemptJson of(WebhookDelivery.Attempt attempt) {
            return new WebhookAttemptJson(
                    attempt.at(),
                    attempt.taken(),
                    attempt.status(),
                    attempt.excerpt(),
                    attempt.millis());
        }
    }

    static WebhookDeliveryJson of(WebhookDelivery delivery) {
        var message = delivery.message();
        return new WebhookDeliveryJson(
                message.id(),
                message.type().wire(),
                message.at(),
                message.subject(),
                message.reference(),
                delivery.state(),
                delivery.tries(),
                delivery.next());
    }
}
