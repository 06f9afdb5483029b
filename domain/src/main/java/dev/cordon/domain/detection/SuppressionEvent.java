package dev.cordon.domain.detection;

import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.DomainEvent;
import dev.cordon.domain.kernel.StoreId;
import java.time.Instant;

/** What happens to a suppression. */
public sealed interface SuppressionEvent extends DomainEvent {

    SuppressionId suppression();

    StoreId store();

    /** Somebody decided not to be told of certain alerts, and said why. */
    record SuppressionAdded(
            SuppressionId suppression,
            StoreId store,
            SuppressionMatch match,
            AlertSeverity upTo,
            Instant until,
            String reason,
            Instant at,
            Actor by)
            implements SuppressionEvent {}

    /** Somebody ended it early. */
    record SuppressionEnded(SuppressionId suppression, StoreId store, Instant at, Actor by)
            implements SuppressionEvent {}
}
