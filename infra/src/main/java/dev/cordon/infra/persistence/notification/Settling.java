package dev.cordon.infra.persistence.notification;

import dev.cordon.application.notification.DeliveryResult;
import dev.cordon.domain.notification.Delivery;
import dev.cordon.domain.notification.Delivery.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a delivery stands after something became known of it. */
final class Settling {

    private Settling() {}

    static Delivery by(DeliveryResult result, Delivery kept, Instant at) {
        return switch (result) {
            case DeliveryResult.Accepted(_, var reply, var server) ->
                    now(kept, Status.ACCEPTED, null, reply, server, "", at);
            case DeliveryResult.Refused(var reply, var server) ->
                    now(kept, Status.REFUSED, null, reply, server, "", at);
            case DeliveryResult.Deferred(var reply, var server, var wait) ->
                    now(kept, Status.PENDING, at.plus(wait), reply, server, "", at);
            case DeliveryResult.Unknown(_, var why, var server) ->
                    now(kept, Status.UNKNOWN, null, "", server, why, at);
        };
    }

    static Delivery by(Delivery.Decision decision, Delivery kept, String note, Instant at) {
        return switch (decision) {
            case SEND_AGAIN -> now(kept, Status.PENDING, at, "", "", note, at);
            case TREAT_AS_ACCEPTED -> now(kept, Status.ACCEPTED, null, "", "", note, at);
            case TREAT_AS_REFUSED -> now(kept, Status.REFUSED, null, "", "", note, at);
        };
    }

    static Delivery cutOff(Delivery kept, String note, Instant at) {
        return now(kept, Status.UNKNOWN, null, "", "", note, at);
    }

    private static Delivery now(
            Delivery kept,
            Status status,
            @Nullable Instant next,
            String proof,
            String server,
            String note,
            Instant at) {
        return new Delivery(
                kept.campaign(),
                kept.recipient(),
                status,
                kept.attempts(),
                next,
                kept.messageId(),
                proof,
                server,
                note,
                at);
    }
}
