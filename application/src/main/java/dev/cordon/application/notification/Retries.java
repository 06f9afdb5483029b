package dev.cordon.application.notification;

import dev.cordon.application.notification.DeliveryResult.Deferred;
import dev.cordon.application.notification.DeliveryResult.Refused;
import java.time.Duration;

/** When to try again: soon at first, then ever more seldom, and not for ever. */
final class Retries {

    /** With the waits below about four days, as RFC 5321, section 4.5.4.1 asks for. */
    static final int MOST_ATTEMPTS = 24;

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(6);
    private static final Duration LONGEST_WISH = Duration.ofDays(1);

    private static final Duration FIRST_WAY_OUT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAY_OUT = Duration.ofMinutes(15);

    private Retries() {}

    /** The result of an attempt with the wait that follows, or a refusal when enough is enough. */
    static DeliveryResult bounded(DeliveryResult result, int attempts) {
        if (!(result instanceof Deferred(var reply, var server, var wish))) {
            return result;
        }
        if (attempts >= MOST_ATTEMPTS) {
            return new Refused(
                    "given up after %d attempts; the last answer: %s".formatted(attempts, reply),
                    server);
        }
        var wait = doubled(FIRST, attempts - 1, LONGEST);
        return new Deferred(reply, server, longer(wait, shorter(wish, LONGEST_WISH)));
    }

    /**
     * How long to wait for a way out.
     *
     * @param fruitless how many runs in a row found none
     */
    static Duration wayOut(int fruitless) {
        return doubled(FIRST_WAY_OUT, fruitless, LONGEST_WAY_OUT);
    }

    private static Duration doubled(Duration first, int times, Duration longest) {
        return shorter(first.multipliedBy(1L << Math.min(Math.max(times, 0), 20)), longest);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
