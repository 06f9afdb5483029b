package dev.cordon.domain.store;

import java.time.Instant;

/** A stretch of time: from, inclusive, until, exclusive. */
public record Window(Instant from, Instant until) {

    public Window {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a window ends after it began");
        }
    }

    public boolean contains(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(until);
    }
}
