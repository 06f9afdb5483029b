package dev.cordon.domain.detection.log;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a clock on the wall showed into a moment, for lines that do not say how far they are
 * from UTC.
 *
 * <p>Where clocks go forward, the hour that no clock showed is read as if they had not yet: 02:30
 * is 03:30. Where they go back, an hour is shown twice: a line is of the first pass until the times
 * of this log jump back by more than half an hour within it, and of the second from there. A log
 * that begins in the second pass is read as of the first. Reused; not safe for two threads.
 */
final class LocalTimes {

    private static final int JUMP_BACK = 1_800;

    private final ZoneRules rules;
    private long from = Long.MAX_VALUE;
    private long until = Long.MIN_VALUE;
    private long offset;
    private @Nullable ZoneOffsetTransition overlap;
    private long lastInOverlap;
    private boolean secondPass;

    LocalTimes(ZoneId zone) {
        rules = zone.getRules();
    }

    /** Seconds since 1970 in UTC for seconds since 1970 as that clock counts them. */
    long epochSecond(long local) {
        return local >= from && local < until ? local - offset : lookUp(local);
    }

    private long lookUp(long local) {
        var shown = LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC);
        var transition = rules.getTransition(shown);
        if (transition == null) {
            learn(local, rules.getOffset(shown).getTotalSeconds());
            return local - offset;
        }
        var before = transition.getOffsetBefore().getTotalSeconds();
        var after = transition.getOffsetAfter().getTotalSeconds();
        return local - (transition.isOverlap() && isSecondPass(transition, local) ? after : before);
    }

    private boolean isSecondPass(ZoneOffsetTransition transition, long local) {
        if (!transition.equals(overlap)) {
            overlap = transition;
            secondPass = false;
        } else if (local < lastInOverlap - JUMP_BACK) {
            secondPass = true;
        }
        lastInOverlap = local;
        return secondPass;
    }

    /** Remembers how long that offset holds: half a year, where clocks are changed. */
    private void learn(long local, long known) {
        offset = known;
        var instant = java.time.Instant.ofEpochSecond(local - known);
        var previous = rules.previousTransition(instant.plusSeconds(1));
        var next = rules.nextTransition(instant);
        from = previous == null ? Long.MIN_VALUE : edge(previous, true);
        until = next == null ? Long.MAX_VALUE : edge(next, false);
    }

    private static long edge(ZoneOffsetTransition at, boolean later) {
        long before = at.getDateTimeBefore().toEpochSecond(ZoneOffset.UTC);
        long after = at.getDateTimeAfter().toEpochSecond(ZoneOffset.UTC);
        return later ? Math.max(before, after) : Math.min(before, after);
    }
}
