package dev.cordon.domain.detection;

import dev.cordon.domain.kernel.Actor;
import java.time.Instant;
import java.util.UUID;

/** Where an alert stands, with what is only known there. */
public sealed interface AlertPhase {

    /** Nobody has looked yet. */
    record New() implements AlertPhase {}

    /** Somebody is finding out: the alert says who. */
    record Triaging(Instant since) implements AlertPhase {}

    /** It belongs to another alert, which goes on. */
    record Merged(AlertId into, Actor by, Instant at) implements AlertPhase {}

    /** It became an incident. */
    record Escalated(UUID incident, Actor by, Instant at) implements AlertPhase {}

    /** It needs nothing more. */
    record Closed(AlertResolution resolution, String reason, Actor by, Instant at)
            implements AlertPhase {}

    /** Somebody decided not to be told of its like. */
    record Suppressed(SuppressionId under, Actor by, Instant at) implements AlertPhase {}

    default AlertStatus status() {
        return switch (this) {
            case New _ -> AlertStatus.NEW;
            case Triaging _ -> AlertStatus.TRIAGING;
            case Merged _ -> AlertStatus.MERGED;
            case Escalated _ -> AlertStatus.ESCALATED;
            case Closed _ -> AlertStatus.CLOSED;
            case Suppressed _ -> AlertStatus.SUPPRESSED;
        };
    }

    /** Whether a person still has to decide something. */
    default boolean isOpen() {
        return switch (this) {
            case New _, Triaging _ -> true;
            case Merged _, Escalated _, Closed _, Suppressed _ -> false;
        };
    }
}
