package dev.cordon.application.store;

import static dev.cordon.domain.store.StoreFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.kernel.InlineUnitOfWork;
import dev.cordon.application.kernel.TestCaller;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.domain.store.inventory.Inventory;
import dev.cordon.domain.store.inventory.InventoryItem;
import dev.cordon.domain.store.inventory.ItemKind;
import dev.cordon.domain.store.inventory.Sight;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchInventoriesTest {

    private static final StoreId FIRST = new StoreId(new UUID(0, 1));
    private static final StoreId SECOND = new StoreId(new UUID(0, 2));
    private static final StoreId THIRD = new StoreId(new UUID(0, 3));

    private final InMemoryStores stores = new InMemoryStores();
    private final InMemoryStoreCredentials credentials = new InMemoryStoreCredentials();
    private final InMemoryInventories inventories = new InMemoryInventories();
    private final InlineUnitOfWork work = new InlineUnitOfWork();
    private final TestCaller ada = TestCaller.person("ada");
    private final List<StoreId> looked = new ArrayList<>();
    private final Set<StoreId> broken = new HashSet<>();
    private Instant now = NOON;

    @BeforeEach
    void threeStoresThatCanBeReached() {
        for (var store : List.of(FIRST, SECOND, THIRD)) {
            stores.save(
                    Store.add(store, StoreFixtures.profile(), StoreAccess.NONE, ada.actor(), NOON));
            credentials.put(store, StoreAccess.with(StoreFixtures.aKey()));
        }
    }

    @Test
    void aStoreIsLookedThroughOnceADayIfItCanBeReached() {
        credentials.put(SECOND, StoreAccess.NONE);
        watch();
        watch();
        assertThat(looked).containsExactlyInAnyOrder(FIRST, THIRD);

        now = NOON.plus(Duration.ofDays(1));
        watch();

        assertThat(looked).hasSize(4);
    }

    @Test
    void theOneThatWasLookedAtLongestAgoIsFirst() {
        inventories.stopped(FIRST, "away", NOON.minus(Duration.ofDays(2)));
        inventories.stopped(SECOND, "away", NOON.minus(Duration.ofDays(3)));

        watch();

        assertThat(looked).containsExactly(THIRD, SECOND, FIRST);
    }

    @Test
    void aStoreThatCannotBeLookedThroughKeepsNoOtherOneWaitingAndIsTomorrowsTurn() {
        broken.addAll(List.of(FIRST, SECOND));

        assertThat(watch()).isFalse();

        assertThat(looked).containsExactlyInAnyOrder(FIRST, SECOND, THIRD);
        assertThat(inventories.latest(FIRST).orElseThrow().stoppedBy()).contains("failed");
        assertThat(inventories.latest(THIRD).orElseThrow().stoppedBy()).isNull();
        watch();
        assertThat(looked).hasSize(3);
        now = NOON.plus(Duration.ofDays(1));
        watch();
        assertThat(looked).hasSize(6);
    }

    @Test
    void whereTimeIsOverItGoesOnSoonWithTheOthers() {
        assertThat(watch(once())).isTrue();
        assertThat(watch(once())).isTrue();
        assertThat(watch(once())).isFalse();

        assertThat(looked).containsExactlyInAnyOrder(FIRST, SECOND, THIRD);
    }

    private static BooleanSupplier once() {
        var left = new AtomicInteger(1);
        return () -> left.getAndDecrement() > 0;
    }

    private boolean watch() {
        return watch(() -> true);
    }

    private boolean watch(BooleanSupplier goOn) {
        var manifest =
                new TakeManifest(
                        (_, _, _) -> {
                            throw new AssertionError("no files are listed by REST");
                        },
                        new InMemoryFileManifests(),
                        new InMemoryChangedFiles(),
                        work,
                        () -> now);
        var judge =
                new InventoryJudge(
                        new InMemoryBaselines(),
                        new InMemoryStandingDifferences(),
                        new InMemoryChangedFiles(),
                        (_, _, _) -> {});
        var updates = new BearingOutUpdates(new InMemoryBaselines(), (_, _, _) -> Map.of(), work);
        var pages =
                new TakeManifestByPages(
                        (_, _) -> {
                            throw new AssertionError("there is no sensor");
                        },
                        new InMemoryFileManifests(),
                        new InMemoryChangedFiles(),
                        work,
                        () -> now);
        var files = new FilesSeen(manifest, pages, updates, credentials);
        var looking =
                new LookingThrough(
                        this::read, files, (_, _) -> List.of(), inventories, judge, work);
        return new WatchInventories(stores, credentials, inventories, looking, work, ada, () -> now)
                .watch(new WatchInventories.Command(goOn));
    }

    private Inventory read(Store store) {
        looked.add(store.id());
        if (broken.contains(store.id())) {
            throw new IllegalStateException("what it says makes no sense");
        }
        return Inventory.of(
                store.id(),
                now,
                List.of(InventoryItem.of(ItemKind.PLUGIN, "akismet", "akismet")),
                Map.of(ItemKind.PLUGIN, Sight.whole(ConnectionKind.REST_KEY)));
    }
}
