package dev.cordon.domain.incident;

import dev.cordon.domain.kernel.DomainEvent;
import java.util.Map;

/**
 * A fact that belongs on an incident's timeline. Storing it writes the timeline entry: no use case
 * can forget it.
 */
public interface IncidentFact extends DomainEvent {

    IncidentId incident();

    TimelineEntry.Kind kind();

    /** What to fill into the entry's sentence; no personal data of customers. */
    default Map<String, String> details() {
        return Map.of();
    }
}
