package dev.cordon.application.store;

import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.store.Store;

class InMemoryStoresTest extends StoresContract {

    private final InMemoryStores stores = new InMemoryStores();

    @Override
    protected Stores stores() {
        return stores;
    }

    @Override
    protected void save(Transition<Store> change) {
        stores.save(change);
    }
}
