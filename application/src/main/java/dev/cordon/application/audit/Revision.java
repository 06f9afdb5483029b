package dev.cordon.application.audit;

import dev.cordon.domain.kernel.Actor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One committed change of records: who, when, through which use case, why, and what changed.
 *
 * @param number ascending in the order of commits
 * @param useCase the use case's name, {@code AcknowledgeIncident}
 * @param events the facts that explain it, {@code IncidentAcknowledged}
 */
public record Revision(
        long number,
        Instant at,
        Actor by,
        String useCase,
        String reason,
        List<String> events,
        List<Change> changes) {

    public Revision {
        events = List.copyOf(events);
        changes = List.copyOf(changes);
    }

    /** What a revision did to one record. */
    public record Change(String recordType, String recordId, Kind kind, List<Field> fields) {
        public Change {
            fields = List.copyOf(fields);
        }
    }

    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED
    }

    /** One field before and after; null where there was or is nothing. */
    public record Field(String name, @Nullable String before, @Nullable String after) {}
}
