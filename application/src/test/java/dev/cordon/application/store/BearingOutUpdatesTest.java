package dev.cordon.application.store;

import static dev.cordon.domain.store.StoreFixtures.FJORDSHOP;
import static dev.cordon.domain.store.StoreFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.kernel.InlineUnitOfWork;
import dev.cordon.application.store.PublishedChecksums.Verdict;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.domain.store.inventory.Baseline;
import dev.cordon.domain.store.inventory.Checksums;
import dev.cordon.domain.store.inventory.Inventory;
import dev.cordon.domain.store.inventory.InventoryItem;
import dev.cordon.domain.store.inventory.ItemKind;
import dev.cordon.domain.store.inventory.Sight;
import dev.cordon.domain.store.inventory.Trait;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BearingOutUpdatesTest {

    private static final Store SHOP = StoreFixtures.fjordshop();
    private static final InventoryItem.Key FILES =
            new InventoryItem.Key(ItemKind.FILES, "wp-content/plugins/akismet/");

    private final InMemoryBaselines baselines = new InMemoryBaselines();
    private Verdict verdict = Verdict.of(Checksums.AGREE);
    private int asked;

    @Test
    void onlyWhatAHigherVersionWouldExplainIsAskedAbout() {
        assertThat(said(bearOut(seen("5.8", "2"), null))).isNull();
        assertThat(asked).isZero();

        approve(seen("5.7", "1"));
        bearOut(seen("5.7", "2"), null);
        assertThat(asked).isZero();

        assertThat(said(bearOut(seen("5.8", "2"), null))).isEqualTo("agree");
    }

    @Test
    void sameFilesAreAskedAboutUntilThereIsAnAnswer() {
        approve(seen("5.7", "1"));
        verdict = Verdict.of(Checksums.NONE);
        var first = bearOut(seen("5.8", "2"), null);
        verdict = Verdict.of(Checksums.AGREE);
        var second = bearOut(seen("5.8", "2"), first);
        var third = bearOut(seen("5.8", "2"), second);

        assertThat(said(third)).isEqualTo("agree");
        assertThat(asked).isEqualTo(2);

        verdict = Verdict.of(Checksums.DIFFER);
        assertThat(said(bearOut(seen("5.8", "3"), third))).isEqualTo("differ");
    }

    @Test
    void theFirstFilesThatDifferAreNamedInOneLine() {
        approve(seen("5.7", "1"));
        verdict =
                new Verdict(
                        Checksums.DIFFER,
                        IntStream.range(0, 7).mapToObj(each -> "a" + each + "\n.php").toList());

        var files = bearOut(seen("5.8", "2"), null).items().get(FILES);

        assertThat(files.get(Trait.REFUTED))
                .isEqualTo("a0?.php, a1?.php, a2?.php, a3?.php, a4?.php (+2)");
    }

    private Inventory bearOut(Inventory seen, Inventory known) {
        return new BearingOutUpdates(
                        baselines,
                        (_, _, files) -> {
                            asked++;
                            return files.keySet().stream()
                                    .collect(Collectors.toMap(key -> key, _ -> verdict));
                        },
                        new InlineUnitOfWork())
                .bearOut(SHOP, seen, known);
    }

    private static String said(Inventory seen) {
        return seen.items().get(FILES).get(Trait.CHECKSUMS);
    }

    private void approve(Inventory seen) {
        baselines.save(Baseline.approve(seen, 1, "looked", new Actor.Person("ada"), NOON));
    }

    private static Inventory seen(String version, String digest) {
        return Inventory.of(
                FJORDSHOP,
                NOON,
                List.of(
                        InventoryItem.of(ItemKind.PLUGIN, "akismet/akismet", "Akismet")
                                .with(Trait.VERSION, version),
                        InventoryItem.of(ItemKind.FILES, FILES.id(), FILES.id())
                                .with(Trait.DIGEST, digest)),
                Map.of(
                        ItemKind.PLUGIN,
                        Sight.whole(ConnectionKind.SHELL),
                        ItemKind.FILES,
                        Sight.whole(ConnectionKind.SHELL)));
    }
}
