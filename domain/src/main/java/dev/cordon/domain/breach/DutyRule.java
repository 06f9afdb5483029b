package dev.cordon.domain.breach;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A legal duty as the law file states it.
 *
 * @param id as in the file, {@code EU_GDPR/art33_1}
 * @param regime the law's short name
 * @param asOf the date of the state of law, ISO-8601
 * @param audience who is to be told
 * @param text the clock in the law's own words
 * @param source where it stands in the law
 * @param clock null where the law sets no number
 */
public record DutyRule(
        String id,
        String regime,
        String asOf,
        Audience audience,
        String text,
        String source,
        @Nullable Clock clock) {

    /** Whom a duty is owed to. */
    public enum Audience {
        AUTHORITY,
        INDIVIDUALS,
        REGISTER
    }

    /**
     * Hours that simply elapse, weekends and holidays included.
     *
     * @param anchor what starts them
     */
    public record Clock(int elapsedHours, Anchor anchor) {

        public Instant dueAt(Instant start) {
            return start.plus(Duration.ofHours(elapsedHours));
        }
    }

    /** The moments that start clocks. */
    public enum Anchor {
        AWARE
    }
}
