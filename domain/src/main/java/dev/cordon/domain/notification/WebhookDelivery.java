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

    /** No receiver is left alone for longer because it asked to be. */
    public static final Duration LONGEST_WISH = Duration.ofHours(1);

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
     * @param notBefore until when the receiver asked to be left alone (RFC 9110, section 10.2.3),
     *     at most {@link #LONGEST_WISH} from then; null if it did not
     */
    public record Attempt(
            Instant at,
            boolean taken,
            @Nullable Integer status,
            String excerpt,
            int millis,
            @Nullable Instant notBefore) {}

    /**
     * After a try that failed.
     *
     * @param notBefore when the receiver wants to be asked again; null if it did not say
     */
    public WebhookDelivery failed(Instant at, @Nullable Instant notBefore) {
        var late = at.isAfter(askedAt.plus(TRIED_FOR));
        var soonest = at.plus(wait(tries));
        return new WebhookDelivery(
                message,
                endpoint,
                late ? State.GIVEN_UP : State.PENDING,
                askedAt,
                tries + 1,
                late ? null : later(soonest, notBefore));
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
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
