package dev.cordon.infra.jobs;

import java.time.Duration;

/**
 * How long to wait after a failure, and when to park what does not mend by itself: after some forty
 * minutes.
 */
final class Retries {

    static final int LIMIT = 12;

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private Retries() {}

    /**
     * @param failures how many in a row, this one included
     */
    static Duration after(int failures) {
        var wait = FIRST.multipliedBy(1L << Math.min(failures - 1, 20));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }
}
