package dev.cordon.infra.persistence.store;

import static dev.cordon.domain.store.StoreFixtures.ADMIN;
import static dev.cordon.domain.store.StoreFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.store.Exposures;
import dev.cordon.application.store.Stores;
import dev.cordon.application.store.VulnerabilityFeed;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.domain.store.inventory.InventoryItem;
import dev.cordon.domain.store.inventory.ItemKind;
import dev.cordon.domain.store.vulnerability.Exposure;
import dev.cordon.infra.persistence.Acting;
import dev.cordon.infra.persistence.Emptied;
import dev.cordon.infra.persistence.PersistenceTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PersistenceTest
class JdbcExposuresTest {

    private static final StoreId SHOP = StoreFixtures.FJORDSHOP;

    private final Exposures exposures;
    private final Stores stores;
    private final Acting acting;
    private final Emptied database;

    JdbcExposuresTest(Exposures exposures, Stores stores, Acting acting, Emptied database) {
        this.exposures = exposures;
        this.stores = stores;
        this.acting = acting;
        this.database = database;
    }

    @BeforeEach
    void addStore() {
        database.empty();
        var added = Store.add(SHOP, StoreFixtures.profile(), StoreAccess.NONE, ADMIN, NOON);
        acting.as(ADMIN, "TestUseCase", () -> stores.save(added));
    }

    @Test
    void anExposureComesBackAsItWasUntilItEnds() {
        var exposure =
                new Exposure(
                        SHOP,
                        "u-1",
                        new InventoryItem.Key(ItemKind.PLUGIN, "akismet/akismet"),
                        "Akismet",
                        "5.7.2",
                        "Made up",
                        null,
                        9.8,
                        "https://vulnerabilities.example/u-1",
                        "Copyright 2026 Somebody",
                        List.of("5.7.3"),
                        NOON);
        acting.as(ADMIN, "TestUseCase", () -> exposures.begin(exposure));
        acting.as(ADMIN, "TestUseCase", () -> exposures.begin(exposure));
        assertThat(exposures.of(SHOP)).containsExactly(exposure);

        acting.as(ADMIN, "TestUseCase", () -> exposures.end(exposure));

        assertThat(exposures.of(SHOP)).isEmpty();
    }

    @Test
    void whatCameOfTheFeedLastIsKept() {
        var read = new VulnerabilityFeed.Read(NOON, 30_000, "it is no JSON");
        acting.as(
                ADMIN,
                "TestUseCase",
                () -> {
                    exposures.read(new VulnerabilityFeed.Read(null, 0, null));
                    exposures.read(read);
                });

        assertThat(exposures.lastRead()).contains(read);
    }
}
