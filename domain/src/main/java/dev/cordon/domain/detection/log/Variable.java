package dev.cordon.domain.detection.log;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a custom format writes.
 *
 * @param name as the format spells it
 * @param pattern of a time that is written in parts; null otherwise
 */
record Variable(Kind kind, String name, @Nullable TimePattern pattern) {

    /** What it tells. */
    enum Kind {
        SKIPPED,
        ADDRESS,
        PEER,
        FORWARDED,
        USER,
        HOST,
        /** {@code 23/Nov/2026:08:18:04 +0000}. */
        STAMP,
        /** ISO 8601, or a number since 1970. */
        MOMENT,
        /** A time in parts of the format's own choice. */
        PATTERN,
        REQUEST,
        METHOD,
        TARGET,
        PATH,
        QUERY,
        STATUS,
        SIZE,
        REFERER,
        USER_AGENT;

        /** Whether it begins with a slash, so that it may stand right behind another. */
        boolean isPath() {
            return this == TARGET || this == PATH;
        }
    }

    Variable(Kind kind, String name) {
        this(kind, name, null);
    }
}
