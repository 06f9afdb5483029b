package dev.cordon.domain.breach;

import dev.cordon.domain.incident.IncidentFact;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.incident.TimelineEntry;
import dev.cordon.domain.kernel.Actor;
import java.time.Instant;
import java.util.Map;

/** What happens on the way to knowing who is affected. */
public sealed interface BreachEvent extends IncidentFact {

    DeterminationId determination();

    @Override
    default TimelineEntry.Kind kind() {
        return TimelineEntry.Kind.SYSTEM;
    }

    record AffectedPeopleRequested(
            IncidentId incident, DeterminationId determination, Instant at, Actor by)
            implements BreachEvent {
        @Override
        public TimelineEntry.Kind kind() {
            return TimelineEntry.Kind.ACTION;
        }
    }

    record AffectedPeopleDetermined(
            IncidentId incident,
            DeterminationId determination,
            Determination.Result result,
            Instant at,
            Actor by)
            implements BreachEvent {
        @Override
        public Map<String, String> details() {
            return Map.of(
                    "basis", result.basis().name(), "people", Integer.toString(result.people()));
        }
    }

    record DeterminationFailed(
            IncidentId incident, DeterminationId determination, String reason, Instant at, Actor by)
            implements BreachEvent {}
}
