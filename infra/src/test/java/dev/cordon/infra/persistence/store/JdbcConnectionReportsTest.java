package dev.cordon.infra.persistence.store;

import static dev.cordon.domain.store.StoreFixtures.ADMIN;
import static dev.cordon.domain.store.StoreFixtures.NOON;

import dev.cordon.application.store.ConnectionReports;
import dev.cordon.application.store.ConnectionReportsContract;
import dev.cordon.application.store.Stores;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.infra.persistence.Acting;
import dev.cordon.infra.persistence.Emptied;
import dev.cordon.infra.persistence.PersistenceTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

@PersistenceTest
class JdbcConnectionReportsTest extends ConnectionReportsContract {

    private static final StoreId FIRST = new StoreId(new UUID(0, 21));
    private static final StoreId SECOND = new StoreId(new UUID(0, 22));

    private final ConnectionReports port;
    private final Stores stores;
    private final Acting acting;
    private final Emptied database;

    JdbcConnectionReportsTest(
            ConnectionReports port, Stores stores, Acting acting, Emptied database) {
        this.port = port;
        this.stores = stores;
        this.acting = acting;
        this.database = database;
    }

    @BeforeEach
    void addStores() {
        database.empty();
        add(FIRST, "https://first.example");
        add(SECOND, "https://second.example");
    }

    @Override
    protected ConnectionReports reports() {
        return port;
    }

    @Override
    protected StoreId store() {
        return FIRST;
    }

    @Override
    protected StoreId other() {
        return SECOND;
    }

    @Override
    protected void within(Runnable work) {
        acting.as(ADMIN, "TestUseCase", work);
    }

    private void add(StoreId id, String url) {
        var added = Store.add(id, StoreFixtures.profileAt(url), StoreAccess.NONE, ADMIN, NOON);
        within(() -> stores.save(added));
    }
}
