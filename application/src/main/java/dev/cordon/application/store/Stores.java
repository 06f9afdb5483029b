package dev.cordon.application.store;

import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreUrl;
import java.util.List;
import java.util.Optional;

/** All stores in care. A store outside the scope does not exist for the caller. */
public interface Stores {

    Optional<Store> find(StoreId id, StoreScope scope);

    /** Ordered by name. */
    List<Store> all(StoreScope scope);

    /** Whether any store, of whatever scope, has that address. */
    boolean hasStoreAt(StoreUrl url);

    /**
     * Stores the new state and announces its facts.
     *
     * @throws StaleVersion when the store was changed since the state was read
     */
    void save(Transition<Store> change);

    default Store get(StoreId id, StoreScope scope) {
        return find(id, scope).orElseThrow(() -> new NotFound("store " + id));
    }

    /**
     * @throws StaleVersion when the caller saw another version
     */
    default Store get(StoreId id, Version seen, StoreScope scope) {
        Store store = get(id, scope);
        if (!store.version().equals(seen)) {
            throw new StaleVersion("store " + id, seen);
        }
        return store;
    }
}
