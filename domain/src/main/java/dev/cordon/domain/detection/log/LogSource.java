package dev.cordon.domain.detection.log;

import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.DomainEvent;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Transition;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A log that a store sends: one web server's access log, say. Two servers are two sources.
 *
 * @param name what people call it
 * @param zone the zone of its clock, for formats whose lines do not say; and to show times in
 * @param mode what alerts from it are: a rehearsal's log makes drill alerts
 */
public record LogSource(
        SourceId id, StoreId store, String name, LogFormat format, ZoneId zone, Mode mode) {

    private static final int LONGEST_NAME = 120;

    public LogSource {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "a log source has a name of at most " + LONGEST_NAME + " characters");
        }
    }

    /** Takes a source in: from now on its lines are accepted. */
    public static Transition<LogSource> add(LogSource source, Actor by, Instant at) {
        return Transition.to(source, new LogSourceAdded(source, at, by));
    }

    /** A store has a new log source. */
    public record LogSourceAdded(LogSource source, Instant at, Actor by) implements DomainEvent {}
}
