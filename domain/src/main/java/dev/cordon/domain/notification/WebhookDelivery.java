package dev.cordon.domain.notification;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way to an endpoint.
 *
 * @param askedAt since when it is tried, this time
 * @param tries how often, this time
 * @param next not before then; null once it is not tried any more
 */
public record WebhookDelivery(
        WebhookMessage message,
        WebhookEndpointId endpoint,
        State state,
        Instant askedAt,
        int tries,
        @Nullable Instant next) {

    /** For so long it is tried. */
    public static final Duration TRIED_FOR = Duration.ofHours(24);

    /** How a delivery stands. */
    public enum State {
        PENDING,
        DELIVERED,
        /** Not tried any more; a person may have it sent again. */
        GIVEN_UP
    }

    /**
     * One try.
     *
     * @param status the HTTP status; null if no answer came
     * @param excerpt the beginning of the answer, or why there was none
     * @param millis how long it took
     */
    public record Attempt(
            Instant at, boolean taken, @Nullable Integer status, String excerpt, int millis) {}

    /** After a try that failed. */
    public WebhookDelivery failed(Instant at) {
        var late = at.isAfter(askedAt.plus(TRIED_FOR));
        return new WebhookDelivery(
                message,
                endpoint,
                late ? State.GIVEN_UP : State.PENDING,
                askedAt,
                tries + 1,
                late ? null : at.plus(wait(tries)));
    }

    public WebhookDelivery delivered() {
        return new WebhookDelivery(message, endpoint, State.DELIVERED, askedAt, tries + 1, null);
    }

    /** A person has it sent again, under the same id. */
    public WebhookDelivery again(Instant at) {
        return new WebhookDelivery(message, endpoint, State.PENDING, at, 0, at);
    }

    /**
     * As the specification proposes, though never more than three hours: 24 hours have 13 tries.
     */
    private static Duration wait(int failuresBefore) {
        return switch (failuresBefore) {
            case 0 -> Duration.ofSeconds(5);
            case 1 -> Duration.ofMinutes(1);
            case 2 -> Duration.ofMinutes(5);
            case 3 -> Duration.ofMinutes(30);
            case 4 -> Duration.ofHours(1);
            case 5 -> Duration.ofHours(2);
            default -> Duration.ofHours(3);
        };
    }
}
