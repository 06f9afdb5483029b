package dev.cordon.domain.evidence;

import dev.cordon.domain.kernel.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an item came to be held (ISO/IEC 27037:2012, clause 5.4.3): who, when, from where, with what.
 *
 * @param method what was done, {@code upload} or {@code log lines behind an alert}
 * @param tool the program and its version
 * @param source where it was taken from
 * @param coversFrom the earliest moment the content speaks of; null if unknown
 * @param coversTo the latest moment the content speaks of; null if unknown
 */
public record Acquisition(
        Actor by,
        Instant at,
        String method,
        String tool,
        String source,
        @Nullable Instant coversFrom,
        @Nullable Instant coversTo) {}
