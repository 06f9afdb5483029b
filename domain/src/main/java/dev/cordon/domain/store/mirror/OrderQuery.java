package dev.cordon.domain.store.mirror;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which orders to read next.
 *
 * @param createdFrom older orders are left out
 * @param modifiedFrom inclusive, in whole seconds
 * @param modifiedUntil exclusive, in whole seconds; null for no end
 * @param by what they are sorted by, ascending
 * @param offset how many to pass over
 */
public record OrderQuery(
        Instant createdFrom,
        Instant modifiedFrom,
        @Nullable Instant modifiedUntil,
        Sorting by,
        int offset) {

    /** What orders are sorted by. */
    public enum Sorting {
        MODIFIED,
        ID
    }
}
