package dev.cordon.domain.evidence.ledger;

import java.time.Duration;
import java.time.Instant;

/**
 * Why something outside does not have the newest checkpoint yet.
 *
 * @param who which place or authority, as the settings name it
 * @param why what went wrong last, in a word
 * @param detail the same in a sentence
 * @param failures how many in a row
 * @param since when the first of them was
 * @param next when it is tried again
 */
public record Lag(
        String who, String why, String detail, int failures, Instant since, Instant next) {

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int LONGEST_DETAIL = 300;

    /** The first failure of a row. */
    public static Lag first(String who, String why, String detail, Instant at) {
        return new Lag(who, why, shortened(detail), 1, at, at.plus(FIRST));
    }

    /** One more. */
    public Lag again(String why, String detail, Instant at) {
        var pause = FIRST.multipliedBy(1L << Math.min(failures, 16));
        return new Lag(
                who,
                why,
                shortened(detail),
                failures + 1,
                since,
                at.plus(pause.compareTo(LONGEST) < 0 ? pause : LONGEST));
    }

    private static String shortened(String detail) {
        return detail.substring(0, Math.min(LONGEST_DETAIL, detail.length()));
    }
}
