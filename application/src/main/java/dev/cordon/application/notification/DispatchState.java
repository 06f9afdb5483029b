package dev.cordon.application.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the dispatch of a campaign stands.
 *
 * @param why what it waits for, or why it is refused, and what to do; empty while all goes well
 * @param next when it is tried again; null unless it waits
 */
public record DispatchState(Kind kind, String why, @Nullable Instant next, Instant at) {

    /** Where it stands. */
    public enum Kind {
        SENDING,
        WAITING,
        REFUSED,
        COMPLETED
    }
}
