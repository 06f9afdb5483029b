package dev.cordon.application.store;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.StoreAccess;
import java.util.HashMap;
import java.util.Map;

/** {@link StoreCredentials} without encryption or database. */
public final class InMemoryStoreCredentials implements StoreCredentials {

    private final Map<StoreId, StoreAccess> kept = new HashMap<>();

    @Override
    public StoreAccess of(StoreId store) {
        return kept.getOrDefault(store, StoreAccess.NONE);
    }

    @Override
    public void put(StoreId store, StoreAccess access) {
        kept.put(store, access);
    }
}
