package dev.cordon.domain.detection.sensor;

import dev.cordon.domain.detection.log.IntakeCounts;
import dev.cordon.domain.detection.log.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges what a log did lately. Every question has three answers: it is so, it is not, and nothing
 * new is known, for which what was known before goes on.
 */
public final class SensorCheck {

    /** Lines that wait for longer are late. */
    public static final Duration LONGEST_LAG = Duration.ofMinutes(5);

    /** What just came in and speaks of a time longer ago is late too. */
    public static final Duration OLDEST_NEWS = Duration.ofHours(1);

    private static final Duration JUST_NOW = Duration.ofMinutes(5);

    /** Fewer lines say nothing about the log. */
    private static final int FEWEST_LINES = 10;

    private final Pulse pulse;
    private final Instant now;

    public SensorCheck(Pulse pulse, Instant now) {
        this.pulse = pulse;
        this.now = now;
    }

    /**
     * Whether it is so.
     *
     * @param since since when, if it is
     */
    public record Answer(boolean isSo, Instant since) {}

    /**
     * Whether it is silent for longer than it ever is. After a start it has its rhythm to be heard:
     * nobody can have spoken while the program was away. Empty for as long.
     */
    public Optional<Answer> silent(Rhythm rhythm) {
        var heard = pulse.lastHeardAt();
        boolean wasHeard = heard.isAfter(pulse.listeningSince());
        var listened = wasHeard ? heard : pulse.listeningSince();
        boolean isSilent = now.isAfter(listened.plus(rhythm.longestSilence()));
        return isSilent || wasHeard ? Optional.of(new Answer(isSilent, heard)) : Optional.empty();
    }

    /** Whether detection, or whoever sends the log, is behind. */
    public Answer lagging() {
        if (pulse.lag().compareTo(LONGEST_LAG) > 0) {
            return new Answer(true, now.minus(pulse.lag()));
        }
        var received = pulse.lastReceivedAt();
        var event = pulse.counts().lastEventAt();
        boolean isOld =
                received != null
                        && event != null
                        && pulse.backlog() == 0
                        && pulse.lately().understood() > 0
                        && received.isAfter(now.minus(JUST_NOW))
                        && event.isBefore(received.minus(OLDEST_NEWS));
        return new Answer(isOld, isOld && event != null ? event : now);
    }

    /** Whether too much is not understood; empty if too little came to tell. */
    public Optional<Answer> unparsable() {
        var lately = withoutNoise(pulse.lately());
        if (lately.lines() < FEWEST_LINES) {
            return Optional.empty();
        }
        return Optional.of(new Answer(lately.isDoubtful(), pulse.latelyFrom()));
    }

    /** What clients send that is no HTTP, and empty lines, say nothing about the log's format. */
    private static IntakeCounts withoutNoise(IntakeCounts counts) {
        var rejected = new EnumMap<Rejection, Long>(Rejection.class);
        rejected.putAll(counts.rejected());
        long noise =
                take(rejected.remove(Rejection.NOT_HTTP)) + take(rejected.remove(Rejection.EMPTY));
        return new IntakeCounts(
                counts.bytes(),
                counts.lines() - noise,
                counts.understood(),
                counts.unclean(),
                rejected,
                counts.samples(),
                counts.lastEventAt(),
                counts.forgotten());
    }

    private static long take(@Nullable Long count) {
        return count == null ? 0 : count;
    }
}
