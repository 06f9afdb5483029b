package dev.cordon.domain.detection.intake;

import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.DomainEvent;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import java.time.Duration;
import java.time.Instant;

/**
 * How much a log source may send: so much a second for long, and more for a while.
 *
 * @param bytesPerSecond unpacked
 * @param burst how many bytes more than that may come at once
 */
public record SourceLimit(SourceId source, long bytesPerSecond, long burst, Version version) {

    /** What a source may send a second when nobody said otherwise: 150,000 usual log lines. */
    public static final long USUAL_RATE = 32L << 20;

    /** What it may send at once when nobody said otherwise. */
    public static final long USUAL_BURST = 512L << 20;

    private static final long LEAST = 1024;
    private static final long MOST_RATE = 1L << 30;
    private static final long MOST_BURST = 1L << 40;

    public SourceLimit {
        if (bytesPerSecond < LEAST || bytesPerSecond > MOST_RATE) {
            throw new IllegalArgumentException(
                    "a source may send between 1 KiB and 1 GiB a second");
        }
        if (burst < LEAST || burst > MOST_BURST) {
            throw new IllegalArgumentException("a source may send between 1 KiB and 1 TiB at once");
        }
    }

    /** What holds when nobody set anything. */
    public static SourceLimit usual(SourceId source) {
        return new SourceLimit(source, USUAL_RATE, USUAL_BURST, Version.NEW);
    }

    /** Sets another limit. */
    public Transition<SourceLimit> change(
            long toBytesPerSecond, long toBurst, Actor by, Instant at) {
        var changed = new SourceLimit(source, toBytesPerSecond, toBurst, version);
        return Transition.to(changed, new SourceLimited(changed, at, by));
    }

    /** How long these bytes take at that rate. */
    public Duration timeFor(long bytes) {
        return Duration.ofNanos((long) (bytes * (1e9 / bytesPerSecond)));
    }

    /** How much a source may send was decided. */
    public record SourceLimited(SourceLimit limit, Instant at, Actor by) implements DomainEvent {}
}
