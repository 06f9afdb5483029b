package dev.cordon.domain.detection.sensor;

import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.DomainEvent;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What people expect of a log.
 *
 * @param rhythm as a person set it; null for the usual one of its format
 * @param quietUntil until when silence is planned, for a store in maintenance; null if it is not.
 *     What is not seen meanwhile is marked all the same
 */
public record SensorPlan(
        SourceId source,
        StoreId store,
        @Nullable Rhythm rhythm,
        @Nullable Instant quietUntil,
        Version version) {

    private static final Duration LONGEST_QUIET = Duration.ofDays(31);
    private static final int LONGEST_REASON = 500;

    /** Nobody has said anything yet. */
    public static SensorPlan usual(LogSource source) {
        return new SensorPlan(source.id(), source.store(), null, null, Version.NEW);
    }

    /**
     * A person says what is to be expected.
     *
     * @param rhythm null for the usual one
     * @param quietUntil null if no silence is planned
     * @param reason why
     */
    public Transition<SensorPlan> expect(
            @Nullable Rhythm rhythm,
            @Nullable Instant quietUntil,
            String reason,
            Actor by,
            Instant at) {
        if (quietUntil != null
                && (!quietUntil.isAfter(at) || quietUntil.isAfter(at.plus(LONGEST_QUIET)))) {
            throw new IllegalArgumentException(
                    "a planned silence ends in the future, within 31 days");
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException(
                    "what is expected of a log has a reason of at most 500 characters");
        }
        return Transition.to(
                new SensorPlan(source, store, rhythm, quietUntil, version),
                new SensorPlanned(source, store, rhythm, quietUntil, reason.strip(), at, by));
    }

    /** The rhythm that the log is held to. */
    public Rhythm rhythmOf(LogSource log) {
        return rhythm == null ? Rhythm.usual(log.format()) : rhythm;
    }

    public boolean isQuiet(Instant now) {
        return quietUntil != null && now.isBefore(quietUntil);
    }

    /** A person said what is to be expected of a log. */
    public record SensorPlanned(
            SourceId source,
            StoreId store,
            @Nullable Rhythm rhythm,
            @Nullable Instant quietUntil,
            String reason,
            Instant at,
            Actor by)
            implements DomainEvent {}
}
