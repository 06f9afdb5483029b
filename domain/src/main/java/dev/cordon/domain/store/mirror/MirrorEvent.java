package dev.cordon.domain.store.mirror;

import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.DomainEvent;
import dev.cordon.domain.kernel.StoreId;
import java.time.Instant;

/** What can happen to the mirror of a store. */
public sealed interface MirrorEvent extends DomainEvent {

    StoreId store();

    /**
     * Somebody said that the store is mirrored, and for how long.
     *
     * @param told whether the store tells changes at once
     * @param reason what for
     */
    record MirrorPlanned(
            StoreId store,
            String owner,
            int days,
            boolean told,
            String reason,
            Actor by,
            Instant at)
            implements MirrorEvent {}

    /** The store told that orders were changed. */
    record OrdersChanged(StoreId store, Actor by, Instant at) implements MirrorEvent {}

    /** The mirror was ended, and what was in it deleted. */
    record MirrorEnded(StoreId store, String reason, Actor by, Instant at) implements MirrorEvent {}
}
