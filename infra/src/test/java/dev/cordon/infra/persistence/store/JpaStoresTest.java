package dev.cordon.infra.persistence.store;

import static dev.cordon.domain.store.StoreFixtures.ADMIN;

import dev.cordon.application.store.Stores;
import dev.cordon.application.store.StoresContract;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.store.Store;
import dev.cordon.infra.persistence.Acting;
import dev.cordon.infra.persistence.Emptied;
import dev.cordon.infra.persistence.PersistenceTest;
import org.junit.jupiter.api.BeforeEach;

@PersistenceTest
class JpaStoresTest extends StoresContract {

    private final Stores stores;
    private final Acting acting;
    private final Emptied database;

    JpaStoresTest(Stores stores, Acting acting, Emptied database) {
        this.stores = stores;
        this.acting = acting;
        this.database = database;
    }

    @BeforeEach
    void empty() {
        database.empty();
    }

    @Override
    protected Stores stores() {
        return stores;
    }

    @Override
    protected void save(Transition<Store> change) {
        acting.as(ADMIN, "TestUseCase", () -> stores.save(change));
    }
}
