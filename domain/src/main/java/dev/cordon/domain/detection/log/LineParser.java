package dev.cordon.domain.detection.log;

import org.jspecify.annotations.Nullable;

/**
 * Reads lines of one format. No byte sequence makes it throw, and a line costs no more than its
 * length. Reused; not safe for two threads.
 */
interface LineParser {

    /**
     * Reads one line, without its end, into the cursor.
     *
     * @return null when it was understood
     */
    @Nullable Rejection read(byte[] bytes, int from, int to, EventCursor into);

    /** Whether an event may have more than one line, so that the next one has to be seen first. */
    default boolean joinsLines() {
        return false;
    }

    /** Whether the line goes on the one before it: a stack trace, say. */
    default boolean continuesPrevious(byte[] bytes, int from, int to) {
        return false;
    }
}
