package dev.cordon.application.store;

import static dev.cordon.domain.store.StoreFixtures.FJORDSHOP;
import static dev.cordon.domain.store.StoreFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.InlineUnitOfWork;
import dev.cordon.application.kernel.TestCaller;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.domain.store.inventory.ChangedFile;
import dev.cordon.domain.store.inventory.Difference;
import dev.cordon.domain.store.inventory.Inventory;
import dev.cordon.domain.store.inventory.InventoryItem;
import dev.cordon.domain.store.inventory.ItemKind;
import dev.cordon.domain.store.inventory.SensorReport;
import dev.cordon.domain.store.inventory.Sight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TakeInventoryTest {

    private final InMemoryStores stores = new InMemoryStores();
    private final InMemoryInventories inventories = new InMemoryInventories();
    private final InMemoryBaselines baselines = new InMemoryBaselines();
    private final List<String> told = new ArrayList<>();
    private final InMemoryChangedFiles changed = new InMemoryChangedFiles();
    private final InventoryJudge judge =
            new InventoryJudge(
                    baselines,
                    new InMemoryStandingDifferences(),
                    changed,
                    (_, differences, _) -> told.add(differences.name()));
    private final InlineUnitOfWork work = new InlineUnitOfWork();
    private final TakeManifest manifest =
            new TakeManifest(
                    (_, _, _) -> {
                        throw new AssertionError("no files are listed by REST");
                    },
                    new InMemoryFileManifests(),
                    changed,
                    work,
                    () -> NOON);
    private final TestCaller ada = TestCaller.person("ada");
    private List<SensorReport> reports = List.of();
    private Inventory there = plugins("akismet/akismet");

    @BeforeEach
    void aStore() {
        stores.save(
                Store.add(FJORDSHOP, StoreFixtures.profile(), StoreAccess.NONE, ada.actor(), NOON));
    }

    @Test
    void whatIsSeenIsKeptOnceUntilItIsSomethingElse() {
        take();
        take();
        assertThat(inventories.kept(FJORDSHOP, 9)).hasSize(1);

        there = plugins("akismet/akismet", "wp-cache-helper/wp-cache-helper");
        take();

        assertThat(inventories.kept(FJORDSHOP, 9)).hasSize(2);
        assertThat(inventories.version(FJORDSHOP, 1).orElseThrow().items()).hasSize(1);
    }

    @Test
    void aLookThatShowsNothingLeavesWhatWasSeenAndSaysWhy() {
        take();
        there =
                Inventory.of(
                        FJORDSHOP,
                        NOON,
                        List.of(),
                        Map.of(
                                ItemKind.PLUGIN,
                                Sight.failed(ConnectionKind.REST_KEY, "The store failed.")));

        take();

        var latest = inventories.latest(FJORDSHOP).orElseThrow();
        assertThat(latest.stoppedBy()).isEqualTo("The store failed.");
        assertThat(latest.inventory()).isEqualTo(plugins("akismet/akismet"));
    }

    @Test
    void aDifferenceIsToldOnceAsLongAsItStandsAndAgainWhenItComesBack() {
        take();
        approve();
        there = plugins("akismet/akismet", "evil/evil");
        take();
        take();
        assertThat(told).containsExactly("new PLUGIN evil/evil ");

        there = plugins("akismet/akismet");
        take();
        there = plugins("akismet/akismet", "evil/evil");
        take();

        assertThat(told).containsExactly("new PLUGIN evil/evil ", "new PLUGIN evil/evil ");
    }

    @Test
    void filesOfOneFolderAreToldTogetherAndThoseThatComeLaterAreNotSilent() {
        there = files("index.php");
        take();
        approve();
        there = files("index.php", "a.php", "b.php", "wp-content/uploads/x.php");
        take();
        take();
        assertThat(told)
                .containsExactly(
                        "new FILES a.php \nnew FILES b.php ",
                        "new FILES wp-content/uploads/x.php ");

        there = files("index.php", "a.php", "b.php", "c.php", "wp-content/uploads/x.php");
        take();

        assertThat(told).hasSize(3).last().isEqualTo("new FILES c.php ");
    }

    @Test
    void whatIsAsApprovedIsForgottenFileByFile() {
        there = files("index.php");
        take();
        approve();
        changed.add(
                FJORDSHOP,
                List.of(
                        new ChangedFile("a.php", ChangedFile.How.NEW, NOON),
                        new ChangedFile("index.php", ChangedFile.How.CHANGED, NOON)));
        there = files("index.php", "a.php");
        take();

        assertThat(changed.count(FJORDSHOP, "a.php")).isEqualTo(1);
        assertThat(changed.count(FJORDSHOP, "index.php")).isZero();
    }

    private static Inventory files(String... areas) {
        return Inventory.of(
                FJORDSHOP,
                NOON,
                List.of(areas).stream()
                        .map(area -> InventoryItem.of(ItemKind.FILES, area, area))
                        .toList(),
                Map.of(ItemKind.FILES, Sight.whole(ConnectionKind.SHELL)));
    }

    @Test
    void whoAndWhenAreKeptAsTheSensorReportedThem() {
        take();
        approve();
        there = plugins("akismet/akismet", "evil/evil");
        reports =
                List.of(new SensorReport("plugin_installed", "mallory", null, "evil", null, NOON));
        take();
        reports = List.of();
        take();

        assertThat(shown().differences())
                .extracting(Difference::sentence)
                .containsExactly(
                        "The plugin evil/evil is new (sensor saw plugin_installed, sensor actor"
                                + " mallory, sensor time 2026-11-23T12:00:00Z).");
    }

    @Test
    void whatIsNotSeenForAWhileIsNotToldAgain() {
        take();
        approve();
        there = plugins("akismet/akismet", "evil/evil");
        take();

        there =
                Inventory.of(
                        FJORDSHOP,
                        NOON,
                        List.of(),
                        Map.of(
                                ItemKind.CORE,
                                Sight.whole(ConnectionKind.REST_KEY),
                                ItemKind.PLUGIN,
                                Sight.failed(ConnectionKind.REST_KEY, "The store failed.")));
        take();
        there = plugins("akismet/akismet", "evil/evil");
        take();

        assertThat(told).hasSize(1);
    }

    @Test
    void whatAPersonAcceptsIsNoDifferenceAnyMoreAndTheRestStays() {
        take();
        approve();
        there = plugins("akismet/akismet", "ours/ours", "evil/evil");
        take();
        var shown = shown();

        new AcceptDifferences(stores, inventories, baselines, ada, () -> NOON)
                .accept(
                        new AcceptDifferences.Command(
                                FJORDSHOP,
                                shown.baseline().version(),
                                shown.latest().version(),
                                Set.of("new PLUGIN ours/ours "),
                                "ours, ticket 12"));

        assertThat(shown().differences())
                .extracting(Difference::name)
                .containsExactly("new PLUGIN evil/evil ");
        assertThat(shown().baseline().by()).isEqualTo(ada.actor());
    }

    @Test
    void nobodyApprovesWhatCameInAfterTheyLooked() {
        take();
        there = plugins("akismet/akismet", "evil/evil");
        take();

        assertThatExceptionOfType(StaleVersion.class)
                .isThrownBy(
                        () ->
                                approving(ada)
                                        .approve(
                                                new ApproveBaseline.Command(
                                                        FJORDSHOP, Version.NEW, 1, "looked")));
    }

    @Test
    void noAutomationApprovesABaseline() {
        take();

        assertThatExceptionOfType(Caller.PersonRequired.class)
                .isThrownBy(
                        () ->
                                approving(
                                                new TestCaller(
                                                        AutomationPolicy.STORE_WATCH.actor(),
                                                        StoreScope.ALL))
                                        .approve(
                                                new ApproveBaseline.Command(
                                                        FJORDSHOP, Version.NEW, 1, "looked")));
    }

    private InventoryQueries.Shown shown() {
        return new InventoryQueries(stores, inventories, baselines, changed, ada)
                .inventory(FJORDSHOP);
    }

    private void approve() {
        approving(ada)
                .approve(new ApproveBaseline.Command(FJORDSHOP, Version.NEW, 1, "looked at all"));
    }

    private ApproveBaseline approving(TestCaller caller) {
        return new ApproveBaseline(stores, inventories, baselines, caller, () -> NOON);
    }

    @Test
    void theStoreIsAskedWhileNoTransactionIsOpen() {
        var inside = new AtomicBoolean();
        new TakeInventory(
                        stores,
                        looking(
                                _ -> {
                                    inside.set(work.isOpen());
                                    return there;
                                }),
                        work,
                        ada)
                .take(new TakeInventory.Command(FJORDSHOP, true));

        assertThat(inside).isFalse();
    }

    @Test
    void anotherStoresInventoryIsNotThere() {
        var stranger = ada.within(StoreScope.NONE);

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(
                        () ->
                                new InventoryQueries(
                                                stores, inventories, baselines, changed, stranger)
                                        .inventory(FJORDSHOP));
    }

    private void take() {
        new TakeInventory(stores, looking(_ -> there), work, ada)
                .take(new TakeInventory.Command(FJORDSHOP, true));
    }

    private LookingThrough looking(InventoryReader reader) {
        var files =
                new FilesSeen(
                        manifest,
                        new TakeManifestByPages(
                                (_, _) -> {
                                    throw new AssertionError("there is no sensor");
                                },
                                new InMemoryFileManifests(),
                                changed,
                                work,
                                () -> NOON),
                        new BearingOutUpdates(baselines, (_, _, _) -> Map.of(), work),
                        new InMemoryStoreCredentials());
        return new LookingThrough(reader, files, (_, _) -> reports, inventories, judge, work);
    }

    private static Inventory plugins(String... ids) {
        return Inventory.of(
                FJORDSHOP,
                NOON,
                List.of(ids).stream().map(id -> InventoryItem.of(ItemKind.PLUGIN, id, id)).toList(),
                Map.of(ItemKind.PLUGIN, Sight.whole(ConnectionKind.REST_KEY)));
    }
}
