package dev.cordon.infra.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many requests somebody may still send: a bucket that fills up again evenly. */
public class RequestRate {

    private static final int FORGET_BEYOND = 10_000;

    private final int burst;
    private final Duration each;
    private final InstantSource clock;
    private final Map<String, Instant> emptyUntil = new ConcurrentHashMap<>();

    /**
     * @param burst how many at once
     * @param each after how long one more is allowed
     */
    public RequestRate(int burst, Duration each, InstantSource clock) {
        this.burst = burst;
        this.each = each;
        this.clock = clock;
    }

    /** Whether one more is allowed now; takes it if so. */
    public boolean take(String who) {
        var now = clock.instant();
        if (emptyUntil.size() > FORGET_BEYOND) {
            emptyUntil.values().removeIf(until -> until.isBefore(now));
        }
        var full = now.plus(each.multipliedBy(burst));
        var taken = new boolean[1];
        emptyUntil.compute(
                who,
                (_, until) -> {
                    var from = until == null || !isBetween(until, now, full) ? now : until;
                    var next = from.plus(each);
                    taken[0] = !next.isAfter(full);
                    return taken[0] ? next : from;
                });
        return taken[0];
    }

    /** Later than full is what a clock left behind that was put back. */
    private static boolean isBetween(Instant until, Instant now, Instant full) {
        return !until.isBefore(now) && !until.isAfter(full);
    }
}
