package dev.cordon.domain.breach;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A duty whose anchor has happened.
 *
 * @param dueAt null where the law says "without undue delay" and no number
 */
public record LegalClock(DutyRule rule, Instant startedAt, @Nullable Instant dueAt) {

    /** The clock of a rule, started. */
    public static LegalClock started(DutyRule rule, Instant at) {
        var clock = rule.clock();
        return new LegalClock(rule, at, clock == null ? null : clock.dueAt(at));
    }

    public boolean isLate(Instant now) {
        return dueAt != null && now.isAfter(dueAt);
    }

    /** Less than a quarter of the time is left. */
    public boolean isPressing(Instant now) {
        if (dueAt == null || isLate(now)) {
            return false;
        }
        var whole = Duration.between(startedAt, dueAt);
        return Duration.between(now, dueAt).compareTo(whole.dividedBy(4)) < 0;
    }
}
