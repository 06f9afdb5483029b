package dev.cordon.domain.detection.log;

import java.time.Duration;
import java.time.Instant;

/** How fine a log's traffic is counted, and for how long that is kept. */
public enum TrafficStep {
    MINUTE(Duration.ofMinutes(1), Duration.ofDays(14)),
    /** Thirteen months, so that the same week of last year is there. */
    HOUR(Duration.ofHours(1), Duration.ofDays(396));

    private final Duration length;
    private final Duration kept;

    TrafficStep(Duration length, Duration kept) {
        this.length = length;
        this.kept = kept;
    }

    public Duration length() {
        return length;
    }

    /** What began before that moment is over. */
    public Instant oldest(Instant now) {
        return now.minus(kept);
    }

    /** How many there are at most in the time for which they are kept. */
    int most() {
        return Math.toIntExact(kept.dividedBy(length)) + 1;
    }

    /** The beginning of the one that holds that moment, both in seconds since 1970 in UTC. */
    long floor(long epochSecond) {
        return epochSecond - Math.floorMod(epochSecond, length.toSeconds());
    }

    public Instant floor(Instant at) {
        return Instant.ofEpochSecond(floor(at.getEpochSecond()));
    }
}
