package dev.cordon.domain.store.inventory;

import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.DomainEvent;
import dev.cordon.domain.kernel.StoreId;
import java.time.Instant;
import java.util.List;

/** What people decide about what may be in a store. */
public sealed interface BaselineEvent extends DomainEvent {

    StoreId store();

    /**
     * All that was seen may be there.
     *
     * @param inventory its version
     * @param items how many
     * @param reason the note
     */
    record BaselineApproved(
            StoreId store, long inventory, int items, String reason, Actor by, Instant at)
            implements BaselineEvent {}

    /** Some differences may be. */
    record DifferencesAccepted(
            StoreId store,
            long inventory,
            List<String> differences,
            String reason,
            Actor by,
            Instant at)
            implements BaselineEvent {

        public DifferencesAccepted {
            differences = List.copyOf(differences);
        }
    }
}
