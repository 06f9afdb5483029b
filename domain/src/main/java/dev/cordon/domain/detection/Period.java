package dev.cordon.domain.detection;

import java.time.Instant;

/**
 * When a campaign ran, in the log's time.
 *
 * @param startedAt the first line that belongs to it
 * @param lastSeenAt the last one so far
 * @param detectedAt the line that made the rule fire
 */
public record Period(Instant startedAt, Instant lastSeenAt, Instant detectedAt) {

    public Period {
        if (lastSeenAt.isBefore(startedAt)) {
            throw new IllegalArgumentException("a campaign ends after it began");
        }
    }

    Period joined(Period other) {
        return new Period(
                startedAt.isBefore(other.startedAt) ? startedAt : other.startedAt,
                lastSeenAt.isAfter(other.lastSeenAt) ? lastSeenAt : other.lastSeenAt,
                detectedAt.isBefore(other.detectedAt) ? detectedAt : other.detectedAt);
    }
}
