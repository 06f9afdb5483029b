package dev.cordon.application.store;

import static dev.cordon.domain.store.StoreFixtures.FJORDSHOP;
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
import dev.cordon.domain.store.inventory.Trait;
import dev.cordon.domain.store.vulnerability.Exposure;
import dev.cordon.domain.store.vulnerability.VersionRange;
import dev.cordon.domain.store.vulnerability.Vulnerability;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchVulnerabilitiesTest {

    private static final Vulnerability KNOWN =
            new Vulnerability(
                    "u-1",
                    "Made up",
                    null,
                    9.8,
                    null,
                    "",
                    List.of(
                            new Vulnerability.Software(
                                    Vulnerability.Type.PLUGIN,
                                    "akismet",
                                    List.of(new VersionRange("*", true, "5.7.2", true)),
                                    List.of("5.7.3"))));

    private final InMemoryStores stores = new InMemoryStores();
    private final InMemoryInventories inventories = new InMemoryInventories();
    private final Kept exposures = new Kept();
    private final List<Exposure> told = new ArrayList<>();
    private final TestCaller ada = TestCaller.person("ada");
    private List<Vulnerability> feed = List.of(KNOWN);
    private @Nullable String trouble;

    @BeforeEach
    void aStore() {
        stores.save(
                Store.add(FJORDSHOP, StoreFixtures.profile(), StoreAccess.NONE, ada.actor(), NOON));
        inventories.seen(akismet("5.7.2"));
    }

    @Test
    void aVulnerableVersionIsToldOnceWithADueDate() {
        watch();
        watch();

        assertThat(told).hasSize(1);
        assertThat(told.getFirst().due()).isEqualTo(NOON.plus(Duration.ofDays(2)));
        assertThat(told.getFirst().patched()).containsExactly("5.7.3");
    }

    @Test
    void whatWasMendedIsGoneAndTellsNobody() {
        watch();
        inventories.seen(akismet("5.7.3"));

        watch();

        assertThat(exposures.of(FJORDSHOP)).isEmpty();
        assertThat(told).hasSize(1);
    }

    @Test
    void aFeedThatWasReadInPartEndsNothing() {
        watch();
        feed = List.of();
        trouble = "it is no JSON";

        watch();
        assertThat(exposures.of(FJORDSHOP)).hasSize(1);
        trouble = null;
        watch();

        assertThat(exposures.of(FJORDSHOP)).isEmpty();
    }

    @Test
    void aPluginThatIsNotSeenIsNotMended() {
        watch();
        inventories.seen(
                Inventory.of(
                        FJORDSHOP,
                        NOON,
                        List.of(),
                        Map.of(ItemKind.CORE, Sight.whole(ConnectionKind.REST_KEY))));

        watch();

        assertThat(exposures.of(FJORDSHOP)).hasSize(1);
    }

    private void watch() {
        new WatchVulnerabilities(
                        stores,
                        inventories,
                        each -> {
                            feed.forEach(each);
                            return new VulnerabilityFeed.Read(NOON, feed.size(), trouble);
                        },
                        exposures,
                        told::add,
                        new InlineUnitOfWork(),
                        ada,
                        () -> NOON)
                .watch();
    }

    private static Inventory akismet(String version) {
        return Inventory.of(
                FJORDSHOP,
                NOON,
                List.of(
                        InventoryItem.of(ItemKind.PLUGIN, "akismet/akismet", "Akismet")
                                .with(Trait.VERSION, version)),
                Map.of(ItemKind.PLUGIN, Sight.whole(ConnectionKind.REST_KEY)));
    }

    private static final class Kept implements Exposures {

        private final List<Exposure> all = new ArrayList<>();
        private VulnerabilityFeed.@Nullable Read read;

        @Override
        public List<Exposure> of(StoreId store) {
            return List.copyOf(all);
        }

        @Override
        public void begin(Exposure exposure) {
            all.add(exposure);
        }

        @Override
        public void end(Exposure exposure) {
            all.remove(exposure);
        }

        @Override
        public Optional<VulnerabilityFeed.Read> lastRead() {
            return Optional.ofNullable(read);
        }

        @Override
        public void read(VulnerabilityFeed.Read now) {
            read = now;
        }
    }
}
