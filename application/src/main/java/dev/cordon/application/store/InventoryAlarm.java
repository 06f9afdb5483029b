package dev.cordon.application.store;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.inventory.Difference;
import java.time.Instant;

/** Tells people what is in a store and was not approved. */
public interface InventoryAlarm {

    /**
     * One alert for each time that a difference came up; in the running transaction.
     *
     * @param since when it was seen first
     */
    void tell(StoreId store, Difference difference, Instant since);
}
