package dev.cordon.infra.persistence.store;

import static dev.cordon.domain.store.StoreFixtures.ADMIN;
import static dev.cordon.domain.store.StoreFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cordon.application.store.Baselines;
import dev.cordon.application.store.StandingDifferences;
import dev.cordon.application.store.StandingDifferences.Standing;
import dev.cordon.application.store.Stores;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.domain.store.inventory.Baseline;
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
class JpaBaselinesTest {

    private static final StoreId SHOP = StoreFixtures.FJORDSHOP;
    private static final Actor.Person ADA = new Actor.Person("ada");
    private static final Inventory SEEN =
            Inventory.of(
                    SHOP,
                    NOON,
                    List.of(
                            InventoryItem.of(ItemKind.PLUGIN, "akismet/akismet", "Akismet")
                                    .with(Trait.VERSION, "5.7.2")),
                    Map.of(ItemKind.PLUGIN, Sight.whole(ConnectionKind.REST_KEY)));

    private final Baselines baselines;
    private final StandingDifferences standing;
    private final Stores stores;
    private final Acting acting;
    private final Emptied database;

    JpaBaselinesTest(
            Baselines baselines,
            StandingDifferences standing,
            Stores stores,
            Acting acting,
            Emptied database) {
        this.baselines = baselines;
        this.standing = standing;
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
    void aBaselineComesBackAsItWasApproved() {
        save(Baseline.approve(SEEN, 3, "looked at all", ADA, NOON));

        var kept = baselines.find(SHOP).orElseThrow();

        assertThat(kept.approved()).isEqualTo(SEEN);
        assertThat(kept.inventory()).isEqualTo(3);
        assertThat(kept.note()).isEqualTo("looked at all");
        assertThat(kept.by()).isEqualTo(ADA);
        assertThat(kept.at()).isEqualTo(NOON);
    }

    @Test
    void ofTwoPeopleAtOnceOneIsRefused() {
        save(Baseline.approve(SEEN, 3, "looked at all", ADA, NOON));
        var kept = baselines.find(SHOP).orElseThrow();
        save(kept.approveAnew(SEEN, 4, "once more", ADA, NOON));

        assertThatExceptionOfType(StaleVersion.class)
                .isThrownBy(() -> save(kept.approveAnew(SEEN, 5, "and I", ADA, NOON)));
        assertThatExceptionOfType(StaleVersion.class)
                .isThrownBy(() -> baselines.find(SHOP, Version.NEW));
    }

    @Test
    void aStandingDifferenceIsThereOnceUntilItEnds() {
        var evil = new Standing(ItemKind.PLUGIN, "new PLUGIN evil/evil", NOON);
        acting.as(
                ADMIN,
                "TestUseCase",
                () -> {
                    standing.begin(SHOP, evil);
                    standing.begin(SHOP, evil);
                });
        assertThat(standing.of(SHOP)).containsExactly(evil);

        acting.as(ADMIN, "TestUseCase", () -> standing.end(SHOP, evil));

        assertThat(standing.of(SHOP)).isEmpty();
    }

    private void save(Transition<Baseline> change) {
        acting.as(ADMIN, "TestUseCase", () -> baselines.save(change));
    }
}
