package dev.cordon.domain.detection;

import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.DomainEvent;
import dev.cordon.domain.kernel.StoreId;
import java.time.Instant;
import java.util.UUID;

/** What happens to an alert. */
public sealed interface AlertEvent extends DomainEvent {

    AlertId alert();

    StoreId store();

    /** Detection saw a campaign that it had not seen before. */
    record AlertRaised(
            AlertId alert,
            StoreId store,
            AttackKind kind,
            AlertSeverity severity,
            int addresses,
            Instant at,
            Actor by)
            implements AlertEvent {}

    /** The campaign went on: more tries, more addresses, or the first that got in. */
    record AlertGrew(
            AlertId alert,
            StoreId store,
            AttackKind kind,
            AlertSeverity severity,
            int addresses,
            int successes,
            Instant at,
            Actor by)
            implements AlertEvent {}

    /** A closed or suppressed alert's campaign got worse, so somebody has to look again. */
    record AlertReopened(AlertId alert, StoreId store, AlertSeverity severity, Instant at, Actor by)
            implements AlertEvent {}

    /** A person finds out what it is. */
    record AlertTaken(AlertId alert, StoreId store, Instant at, Actor by) implements AlertEvent {}

    /** It is part of another alert. */
    record AlertMerged(AlertId alert, StoreId store, AlertId into, Instant at, Actor by)
            implements AlertEvent {}

    /** It became an incident. */
    record AlertEscalated(AlertId alert, StoreId store, UUID incident, Instant at, Actor by)
            implements AlertEvent {}

    /** It needs nothing more; the reason says why. */
    record AlertDismissed(
            AlertId alert,
            StoreId store,
            AlertResolution resolution,
            String reason,
            Instant at,
            Actor by)
            implements AlertEvent {}

    /** It was raised, or was open, and is covered by a suppression: nobody is asked to look. */
    record AlertSuppressed(
            AlertId alert,
            StoreId store,
            AttackKind kind,
            AlertSeverity severity,
            SuppressionId under,
            Instant at,
            Actor by)
            implements AlertEvent {}

    /** Who decided took the decision back: it stands as it stood before. */
    record AlertTakenBack(
            AlertId alert, StoreId store, AlertStatus from, AlertStatus to, Instant at, Actor by)
            implements AlertEvent {}
}
