package dev.cordon.domain.store;

import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.DomainEvent;
import dev.cordon.domain.kernel.StoreId;
import java.time.Instant;

/** What can happen to a store in Cordon's care. */
public sealed interface StoreEvent extends DomainEvent {

    StoreId store();

    /** The store came into care. */
    record StoreAdded(
            StoreId store,
            String name,
            StoreUrl url,
            StoreEnvironment environment,
            Actor by,
            Instant at)
            implements StoreEvent {}

    /** What is known about the store was corrected. */
    record StoreChanged(
            StoreId store, String name, StoreUrl url, String reason, Actor by, Instant at)
            implements StoreEvent {}

    /** A connection was stored in the place of its kind; named without its secret. */
    record StoreConnectionReplaced(StoreId store, String connection, Actor by, Instant at)
            implements StoreEvent {}

    /** The plugin signed with its new secret, and the former one is worth nothing any more. */
    record SensorKeySettled(StoreId store, Actor by, Instant at) implements StoreEvent {}

    /** A connection was taken away, and its secret with it. */
    record StoreConnectionRemoved(StoreId store, ConnectionKind kind, Actor by, Instant at)
            implements StoreEvent {}

    /** The store moved to another address, so what would be shown to it was removed. */
    record StoreConnectionsForgotten(StoreId store, Actor by, Instant at) implements StoreEvent {}
}
