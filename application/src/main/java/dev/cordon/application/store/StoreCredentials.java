package dev.cordon.application.store;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.StoreAccess;

/** The secrets that open the stores, encrypted with a key that lies outside the database. */
public interface StoreCredentials {

    /** {@link StoreAccess#NONE} where none were entered. */
    StoreAccess of(StoreId store);

    /** Replaces what was there; {@link StoreAccess#NONE} removes it. */
    void put(StoreId store, StoreAccess access);
}
