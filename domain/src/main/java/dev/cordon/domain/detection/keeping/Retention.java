package dev.cordon.domain.detection.keeping;

import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.DomainEvent;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import java.time.Duration;
import java.time.Instant;

/**
 * For how long the raw lines of a log are kept: until either bound is reached.
 *
 * @param owner the person or role that answers for it
 * @param reason what they are kept for
 * @param days lines that came in longer ago go
 * @param bytes when there are more, the oldest go
 */
public record Retention(
        SourceId source,
        StoreId store,
        String owner,
        String reason,
        int days,
        long bytes,
        Version version) {

    public static final int USUAL_DAYS = 14;

    private static final String USUAL_OWNER = "Administrator";
    private static final String USUAL_REASON =
            "Detection after a restart, trying rules out, and forensics";
    private static final int LONGEST = 1_100;
    private static final long FEWEST_BYTES = 1L << 20;
    private static final int LONGEST_OWNER = 120;
    private static final int LONGEST_REASON = 500;

    public Retention {
        owner = owner.strip();
        reason = reason.strip();
        if (owner.isEmpty() || owner.length() > LONGEST_OWNER) {
            throw new IllegalArgumentException(
                    "somebody answers for what is kept: a name of at most 120 characters");
        }
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException(
                    "lines are kept for a reason of at most 500 characters");
        }
        if (days < 1 || days > LONGEST || bytes < FEWEST_BYTES) {
            throw new IllegalArgumentException(
                    "lines are kept for 1 to 1100 days, and at least 1 MiB of them");
        }
    }

    /** As long as nobody has said otherwise. */
    public static Retention usual(LogSource source, long bytes) {
        return new Retention(
                source.id(),
                source.store(),
                USUAL_OWNER,
                USUAL_REASON,
                USUAL_DAYS,
                Math.max(bytes, FEWEST_BYTES),
                Version.NEW);
    }

    /** Somebody answers for it from now on. */
    public Transition<Retention> set(
            String owner, String reason, int days, long bytes, Actor by, Instant at) {
        var next = new Retention(source, store, owner, reason, days, bytes, version);
        return Transition.to(
                next,
                new RetentionSet(source, store, next.owner, next.days, bytes, next.reason, at, by));
    }

    /** Lines that came in before that moment are over. */
    public Instant oldest(Instant now) {
        return now.minus(Duration.ofDays(days));
    }

    /** Somebody said for how long a log's lines are kept. */
    public record RetentionSet(
            SourceId source,
            StoreId store,
            String owner,
            int days,
            long bytes,
            String reason,
            Instant at,
            Actor by)
            implements DomainEvent {}
}
