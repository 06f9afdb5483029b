package dev.cordon.infra.persistence.store;

import static dev.cordon.domain.store.StoreFixtures.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.store.MirrorPlans;
import dev.cordon.application.store.OrderMirror;
import dev.cordon.application.store.OrderMirrorContract;
import dev.cordon.application.store.Stores;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreCustomer;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.domain.store.Window;
import dev.cordon.infra.crypto.DataKey;
import dev.cordon.infra.persistence.Acting;
import dev.cordon.infra.persistence.Emptied;
import dev.cordon.infra.persistence.PersistenceTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
class SealedOrderMirrorTest extends OrderMirrorContract {

    private static final StoreId FIRST = new StoreId(new UUID(0, 31));
    private static final StoreId SECOND = new StoreId(new UUID(0, 32));

    private final OrderMirror port;
    private final MirrorPlans plans;
    private final Stores stores;
    private final Acting acting;
    private final Emptied database;
    private final JdbcClient jdbc;

    SealedOrderMirrorTest(
            OrderMirror port,
            MirrorPlans plans,
            Stores stores,
            Acting acting,
            Emptied database,
            JdbcClient jdbc) {
        this.port = port;
        this.plans = plans;
        this.stores = stores;
        this.acting = acting;
        this.database = database;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void addStores() {
        database.empty();
        add(FIRST, "https://first.example");
        add(SECOND, "https://second.example");
    }

    @Override
    protected OrderMirror mirror() {
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

    @Test
    void nobodysDataLiesReadableInTheDatabase() {
        var kim = new StoreCustomer(7, "kim@example.com", "Kim", "", "DE", "DE-HH", null);
        within(() -> port.keep(FIRST, List.of(order(1, NOON, NOON))));
        within(() -> port.keepCustomers(FIRST, List.of(kim), NOON));

        for (var table : List.of("mirrored_order", "mirrored_customer")) {
            var row =
                    jdbc.sql("select t::text || encode(sealed, 'escape') from " + table + " t")
                            .query(String.class)
                            .single();
            assertThat(row).doesNotContainIgnoringCase("kim").doesNotContain("DE-HH", "2001:db8");
        }
    }

    @Test
    void anOrderThatIsMovedToAnotherPlaceOpensNoMore() {
        within(() -> port.keep(FIRST, List.of(order(1, NOON, NOON))));
        jdbc.sql("update mirrored_order set id = 2").update();

        assertThatThrownBy(
                        () ->
                                within(
                                        () ->
                                                port.orders(
                                                        FIRST,
                                                        new Window(NOON, NOON.plusSeconds(1)),
                                                        _ -> {})))
                .isInstanceOf(DataKey.Tampered.class);
    }

    @Test
    void theKeyOfAnEndedMirrorIsGone() {
        within(() -> port.keep(FIRST, List.of(order(1, NOON, NOON))));
        within(() -> port.end(FIRST));

        assertThat(
                        jdbc.sql("select count(*) from data_key where subject = 'mirror/' || ?")
                                .param(FIRST.toString())
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void aPlanReadsBackTheSameAndTwoPeopleDoNotOverwriteEachOther() {
        var none = plans.of(FIRST);
        within(() -> plans.save(none.set("Dina", "to tell people", 90, true, ADMIN, NOON)));

        var kept = plans.of(FIRST);
        assertThat(kept.on()).isTrue();
        assertThat(kept.days()).isEqualTo(90);
        assertThat(kept.owner()).isEqualTo("Dina");
        within(() -> plans.save(kept.set("Dina", "to tell people", 60, false, ADMIN, NOON)));
        assertThatThrownBy(() -> within(() -> plans.save(kept.end("stop", ADMIN, NOON))))
                .isInstanceOf(StaleVersion.class);
        within(() -> assertThat(plans.held(FIRST).days()).isEqualTo(60));
    }
}
