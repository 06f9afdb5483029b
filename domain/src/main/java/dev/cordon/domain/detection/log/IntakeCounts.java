package dev.cordon.domain.detection.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came in and what became of it. Every line is in {@link #understood} or in exactly one of
 * {@link #rejected}.
 *
 * @param unclean understood lines that carried bytes a text log should not: read all the same, for
 *     a stray byte must not hide an attack
 * @param samples some rejected lines, the latest last
 * @param lastEventAt the latest moment any understood line speaks of; null before the first
 * @param forgotten how many addresses had to be forgotten early because too many came
 */
public record IntakeCounts(
        long bytes,
        long lines,
        long understood,
        long unclean,
        Map<Rejection, Long> rejected,
        List<RejectedLine> samples,
        @Nullable Instant lastEventAt,
        long forgotten) {

    public static final IntakeCounts NOTHING =
            new IntakeCounts(0, 0, 0, 0, Map.of(), List.of(), null, 0);

    public IntakeCounts {
        var byReason = new EnumMap<Rejection, Long>(Rejection.class);
        byReason.putAll(rejected);
        rejected = Collections.unmodifiableMap(byReason);
        samples = List.copyOf(samples);
    }

    /** Lines that were not understood, for whatever reason. */
    public long rejectedLines() {
        return rejected.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether so much is not understood that the source is likely set up wrongly: over 1 %. */
    public boolean isDoubtful() {
        return rejectedLines() * 100 > lines;
    }

    /** What came since the earlier count; all of it if that was of another count. */
    public IntakeCounts since(IntakeCounts earlier) {
        if (earlier.lines > lines || earlier.understood > understood) {
            return this;
        }
        var reasons = new EnumMap<Rejection, Long>(Rejection.class);
        reasons.putAll(rejected);
        earlier.rejected.forEach((reason, count) -> reasons.merge(reason, -count, Long::sum));
        reasons.values().removeIf(count -> count <= 0);
        return new IntakeCounts(
                bytes - earlier.bytes,
                lines - earlier.lines,
                understood - earlier.understood,
                unclean - earlier.unclean,
                reasons,
                samples,
                lastEventAt,
                forgotten);
    }

    /** Of this log and the other one. */
    public IntakeCounts plus(IntakeCounts other) {
        var reasons = new EnumMap<Rejection, Long>(Rejection.class);
        reasons.putAll(rejected);
        other.rejected.forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
        var both = new ArrayList<>(samples);
        both.addAll(other.samples);
        return new IntakeCounts(
                bytes + other.bytes,
                lines + other.lines,
                understood + other.understood,
                unclean + other.unclean,
                reasons,
                both,
                later(lastEventAt, other.lastEventAt),
                Math.max(forgotten, other.forgotten));
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
