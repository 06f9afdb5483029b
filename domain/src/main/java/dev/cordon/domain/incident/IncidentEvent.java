package dev.cordon.domain.incident;

import dev.cordon.domain.kernel.Actor;
import java.time.Instant;
import java.util.Map;

/** What happens to an incident. */
public sealed interface IncidentEvent extends IncidentFact {

    record IncidentDeclared(
            IncidentId incident, Reference reference, Severity severity, Instant at, Actor by)
            implements IncidentEvent {
        @Override
        public TimelineEntry.Kind kind() {
            return TimelineEntry.Kind.EVENT;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("reference", reference.value(), "severity", severity.name());
        }
    }

    record IncidentAcknowledged(IncidentId incident, Instant at, Actor by)
            implements IncidentEvent {
        @Override
        public TimelineEntry.Kind kind() {
            return TimelineEntry.Kind.ACTION;
        }
    }

    record CommandTaken(IncidentId incident, Instant at, Actor by) implements IncidentEvent {
        @Override
        public TimelineEntry.Kind kind() {
            return TimelineEntry.Kind.ACTION;
        }
    }

    record StageChanged(
            IncidentId incident, Stage from, Stage to, String reason, Instant at, Actor by)
            implements IncidentEvent {
        @Override
        public TimelineEntry.Kind kind() {
            return to == Stage.CONTAINED
                    ? TimelineEntry.Kind.CONTAINMENT
                    : TimelineEntry.Kind.DECISION;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("from", from.name(), "to", to.name());
        }
    }

    record SeverityAssessed(
            IncidentId incident, Severity from, Severity to, String reason, Instant at, Actor by)
            implements IncidentEvent {
        @Override
        public TimelineEntry.Kind kind() {
            return TimelineEntry.Kind.DECISION;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("from", from.name(), "to", to.name());
        }
    }

    record AwarenessDeclared(
            IncidentId incident, Instant aware, String reason, Instant at, Actor by)
            implements IncidentEvent {
        @Override
        public TimelineEntry.Kind kind() {
            return TimelineEntry.Kind.DECISION;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("aware", aware.toString());
        }
    }
}
