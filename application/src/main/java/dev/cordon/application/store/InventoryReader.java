package dev.cordon.application.store;

import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.inventory.Inventory;

/**
 * Looks through a store by the connections that are kept, and changes nothing there. Every call is
 * bounded in time and size. Never call it inside a transaction.
 */
public interface InventoryReader {

    /** What can be seen. Never fails as a whole: what was not seen, and why, is in the answer. */
    Inventory read(Store store);
}
