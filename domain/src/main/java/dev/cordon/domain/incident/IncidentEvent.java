package dev.cordon.domain.incident;

import dev.cordon.domain.kernel.Actor;
import java.time.Instant;
import java.util.List;
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

    /**
     * Addresses to look for elsewhere came along from an alert.
     *
     * @param addresses the first of them
     * @param count of all of them
     */
    record IndicatorsTaken(
            IncidentId incident, List<String> addresses, int count, Instant at, Actor by)
            implements IncidentEvent {

        public IndicatorsTaken {
            addresses = List.copyOf(addresses);
        }

        @Override
        public TimelineEntry.Kind kind() {
            return TimelineEntry.Kind.EVENT;
        }

        @Override
        public Map<String, String> details() {
            return Map.of(
                    "addresses", String.join(", ", addresses), "count", Integer.toString(count));
        }
    }

    /** It was opened by mistake; its alerts are open again. */
    record IncidentWithdrawn(IncidentId incident, Instant at, Actor by) implements IncidentEvent {
        @Override
        public TimelineEntry.Kind kind() {
            return TimelineEntry.Kind.DECISION;
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
