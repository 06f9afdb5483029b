package dev.cordon.infra.persistence.store;

import static dev.cordon.domain.store.StoreFixtures.ADMIN;
import static dev.cordon.domain.store.StoreFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.store.Inventories;
import dev.cordon.application.store.Stores;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.domain.store.inventory.Inventory;
import dev.cordon.domain.store.inventory.InventoryItem;
import dev.cordon.domain.store.inventory.ItemKind;
import dev.cordon.domain.store.inventory.Sight;
import dev.cordon.domain.store.inventory.Trait;
import dev.cordon.infra.persistence.Acting;
import dev.cordon.infra.persistence.Emptied;
import dev.cordon.infra.persistence.PersistenceTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PersistenceTest
class JdbcInventoriesTest {

    private static final StoreId SHOP = StoreFixtures.FJORDSHOP;

    private final Inventories inventories;
    private final Stores stores;
    private final Acting acting;
    private final Emptied database;

    JdbcInventoriesTest(Inventories inventories, Stores stores, Acting acting, Emptied database) {
        this.inventories = inventories;
        this.stores = stores;
        this.acting = acting;
        this.database = database;
    }

    @BeforeEach
    void addStore() {
        database.empty();
        acting.as(
                ADMIN,
                "TestUseCase",
                () ->
                        stores.save(
                                Store.add(
                                        SHOP,
                                        StoreFixtures.profile(),
                                        StoreAccess.NONE,
                                        ADMIN,
                                        NOON)));
    }

    @Test
    void anInventoryComesBackAsItWasAndIsKeptOnce() {
        var seen = seen("5.7.2");

        assertThat(keep(seen)).isEqualTo(1);
        assertThat(keep(seen)).isEqualTo(1);

        var latest = inventories.latest(SHOP).orElseThrow();
        assertThat(latest.inventory()).isEqualTo(seen);
        assertThat(inventories.version(SHOP, 1)).contains(seen);
        assertThat(inventories.kept(SHOP, 9)).hasSize(1);
    }

    @Test
    void somethingElseIsAnotherVersionAndTheFormerOneStays() {
        keep(seen("5.7.2"));

        assertThat(keep(seen("5.8"))).isEqualTo(2);

        assertThat(inventories.kept(SHOP, 9))
                .extracting(Inventories.Kept::version)
                .containsExactly(2L, 1L);
        assertThat(inventories.version(SHOP, 1)).contains(seen("5.7.2"));
    }

    @Test
    void aLookThatShowedNothingLeavesWhatWasSeen() {
        keep(seen("5.7.2"));

        acting.as(
                ADMIN,
                "TestUseCase",
                () -> inventories.stopped(SHOP, "The store failed.", NOON.plusSeconds(60)));

        var latest = inventories.latest(SHOP).orElseThrow();
        assertThat(latest.stoppedBy()).isEqualTo("The store failed.");
        assertThat(latest.lookedAt()).isEqualTo(NOON.plusSeconds(60));
        assertThat(latest.inventory()).isEqualTo(seen("5.7.2"));
        assertThat(latest.version()).isEqualTo(1);
    }

    private long keep(Inventory inventory) {
        return acting.as(ADMIN, "TestUseCase", () -> inventories.seen(inventory));
    }

    private static Inventory seen(String version) {
        return Inventory.of(
                SHOP,
                NOON,
                List.of(
                        InventoryItem.of(ItemKind.PLUGIN, "akismet/akismet", "Akismet")
                                .with(Trait.VERSION, version)),
                Map.of(
                        ItemKind.PLUGIN,
                        Sight.whole(ConnectionKind.REST_KEY),
                        ItemKind.USER,
                        Sight.failed(ConnectionKind.APPLICATION_PASSWORD, "It failed.")));
    }
}
