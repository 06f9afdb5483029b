package dev.cordon.application.store;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.inventory.DifferenceGroup;
import java.time.Instant;

/** Tells people what is in a store and was not approved. */
public interface InventoryAlarm {

    /**
     * One alert for each time that they came up; in the running transaction.
     *
     * @param since when they were seen first
     */
    void tell(StoreId store, DifferenceGroup differences, Instant since);
}
