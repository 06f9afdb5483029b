package dev.cordon.application.store;

import static dev.cordon.domain.store.StoreFixtures.FJORDSHOP;
import static dev.cordon.domain.store.StoreFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.kernel.InlineUnitOfWork;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.domain.store.StoreFiles;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.domain.store.inventory.Inventory;
import dev.cordon.domain.store.inventory.InventoryItem;
import dev.cordon.domain.store.inventory.ItemKind;
import dev.cordon.domain.store.inventory.Sight;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TakeManifestByPagesTest {

    private static final Store SHOP = StoreFixtures.fjordshop();
    private static final List<String> FILES = List.of("a.php", "b/1.php", "b/2.php", "c.php");

    private final InMemoryFileManifests manifests = new InMemoryFileManifests();
    private final InMemoryChangedFiles changed = new InMemoryChangedFiles();
    private final List<String> asked = new ArrayList<>();
    private Instant now = NOON;
    private Duration eachPage = Duration.ofSeconds(1);
    private String content = "1";
    private boolean away;

    @Test
    void allPagesAreOneManifestThatIsSeenInPart() {
        var taken = take(null);

        assertThat(asked).containsExactly("", "a.php", "b/1.php", "b/2.php");
        assertThat(taken.sight())
                .isEqualTo(Sight.partly(ConnectionKind.SENSOR, ConnectionKind.SHELL));
        assertThat(taken.areas())
                .extracting(item -> item.key().id())
                .containsExactly("a.php", "b/", "c.php");
        assertThat(manifests.latest(FJORDSHOP).orElseThrow().files()).isEqualTo(4);
    }

    @Test
    void whatIsNotEndedInOneLookIsGoneOnWithBehindTheLastFileThatIsKept() {
        var whole = take(null).areas();
        asked.clear();
        eachPage = Duration.ofMinutes(6);

        var first = take(seen(whole));
        var second = take(seen(whole));

        assertThat(asked).containsExactly("", "a.php", "b/1.php", "b/2.php");
        assertThat(first.areas()).isEqualTo(whole);
        assertThat(second.areas()).isEqualTo(whole);
        assertThat(manifests.latest(FJORDSHOP).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void beforeAnythingWasEndedNothingIsSeen() {
        eachPage = Duration.ofMinutes(6);

        assertThat(take(null).sight().isBlind()).isTrue();
    }

    @Test
    void aSensorThatIsAwayLosesNothingOfWhatCameBefore() {
        eachPage = Duration.ofMinutes(6);
        take(null);
        away = true;
        assertThat(take(null).sight().trouble()).contains("503");
        away = false;
        asked.clear();

        take(null);

        assertThat(asked).containsExactly("b/1.php", "b/2.php");
    }

    @Test
    void aListThatWasBegunAWeekAgoIsBegunAnew() {
        eachPage = Duration.ofMinutes(6);
        take(null);
        now = now.plus(Duration.ofDays(8));
        asked.clear();

        take(null);

        assertThat(asked).first().isEqualTo("");
    }

    @Test
    void whatChangedSinceTheLastManifestIsNoted() {
        take(null);
        content = "2";
        take(null);

        assertThat(changed.count(FJORDSHOP, "b/")).isEqualTo(2);
    }

    private TakeManifest.Taken take(@Nullable Inventory known) {
        return new TakeManifestByPages(
                        this::page, manifests, changed, new InlineUnitOfWork(), () -> now)
                .take(SHOP, known);
    }

    private StoreAnswer<StoreFiles> page(Store store, String after) {
        if (away) {
            return new StoreAnswer.Failed<>(new StoreFailure.ServerError(503));
        }
        asked.add(after);
        now = now.plus(eachPage);
        int at = FILES.indexOf(after) + 1;
        var path = FILES.get(at);
        var file =
                new StoreFiles.StoreFile(
                        path, 1, NOON, Sha256.of(content.getBytes(StandardCharsets.UTF_8)), null);
        return new StoreAnswer.Ok<>(
                new StoreFiles(List.of(file), at == FILES.size() - 1 ? null : path));
    }

    private static Inventory seen(List<InventoryItem> areas) {
        return Inventory.of(
                FJORDSHOP,
                NOON,
                areas,
                Map.of(ItemKind.FILES, Sight.partly(ConnectionKind.SENSOR, ConnectionKind.SHELL)));
    }
}
