package dev.cordon.infra.jobs;

import java.util.UUID;

/**
 * What a stored job is about.
 *
 * @param subject the thing to work on
 * @param fruitless how many runs in a row could not even begin, for reasons outside the program
 */
record Work(UUID subject, int fruitless) {

    static Work on(UUID subject) {
        return new Work(subject, 0);
    }
}
