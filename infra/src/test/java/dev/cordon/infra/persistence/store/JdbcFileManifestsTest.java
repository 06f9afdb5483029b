package dev.cordon.infra.persistence.store;

import static dev.cordon.domain.store.StoreFixtures.ADMIN;
import static dev.cordon.domain.store.StoreFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.store.FileManifests;
import dev.cordon.application.store.Stores;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.domain.store.inventory.FileEntry;
import dev.cordon.infra.persistence.Acting;
import dev.cordon.infra.persistence.Emptied;
import dev.cordon.infra.persistence.PersistenceTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PersistenceTest
class JdbcFileManifestsTest {

    private static final StoreId SHOP = StoreFixtures.FJORDSHOP;

    private final FileManifests manifests;
    private final Stores stores;
    private final Acting acting;
    private final Emptied database;
    private Instant now = NOON;

    JdbcFileManifestsTest(FileManifests manifests, Stores stores, Acting acting, Emptied database) {
        this.manifests = manifests;
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
    void aManifestComesBackAsItWasOnceItIsWhole() {
        var first = List.of(file("wp-login.php"), file("wp-login.phx"), unread("ä\n.php"));

        var version = keep(first, List.of(file("x.php")), true);

        assertThat(manifests.latest(SHOP).orElseThrow().parts()).isEqualTo(2);
        assertThat(manifests.part(SHOP, version, 0)).isEqualTo(first);
        assertThat(manifests.part(SHOP, version, 1)).containsExactly(file("x.php"));
    }

    @Test
    void oneThatBrokeOffIsNoneAndIsDropped() {
        var whole = keep(List.of(file("a.php")), List.of(), true);
        var broken = keep(List.of(file("b.php")), List.of(), false);

        assertThat(manifests.latest(SHOP).orElseThrow().version()).isEqualTo(whole);
        now = NOON.plus(Duration.ofHours(4));
        keep(List.of(file("c.php")), List.of(), true);

        assertThat(manifests.part(SHOP, broken, 0)).containsExactly(file("c.php"));
    }

    @Test
    void oneThatIsUnderWayIsLeftAlone() {
        var slow = begin();
        now = NOON.plus(Duration.ofHours(1));
        var quick = keep(List.of(file("b.php")), List.of(), true);

        end(slow, List.of(file("a.php")));

        assertThat(manifests.part(SHOP, slow, 0)).containsExactly(file("a.php"));
        assertThat(manifests.latest(SHOP).orElseThrow().version()).isEqualTo(quick);
    }

    @Test
    void oneThatIsUnderWayIsLeftAloneHoweverManyAreEndedMeanwhile() {
        var slow = begin();
        for (int each = 0; each < 5; each++) {
            keep(List.of(file("b.php")), List.of(), true);
        }

        end(slow, List.of(file("a.php")));

        assertThat(manifests.latest(SHOP).orElseThrow().version()).isEqualTo(slow + 5);
    }

    @Test
    void aFewAreKept() {
        for (int each = 0; each < 5; each++) {
            keep(List.of(file("a.php")), List.of(), true);
        }

        assertThat(manifests.part(SHOP, 5, 0)).hasSize(1);
        assertThat(manifests.part(SHOP, 1, 0)).isEmpty();
    }

    @Test
    void aFileTakesFewBytes() {
        var files =
                IntStream.range(1_000, 6_000)
                        .mapToObj(each -> file("wp-content/plugins/shop/includes/" + each + ".php"))
                        .toList();

        assertThat(PackedFiles.pack(files).length).isLessThan(5_000 * 64);
        assertThat(PackedFiles.unpack(PackedFiles.pack(files))).isEqualTo(files);
    }

    private long begin() {
        return acting.as(ADMIN, "TestUseCase", () -> manifests.begin(SHOP, now));
    }

    private void end(long version, List<FileEntry> files) {
        acting.as(
                ADMIN,
                "TestUseCase",
                () -> {
                    manifests.add(SHOP, version, 0, files);
                    manifests.end(SHOP, new FileManifests.Kept(version, now, 1, 1, 1));
                });
    }

    private long keep(List<FileEntry> first, List<FileEntry> second, boolean whole) {
        return acting.as(
                ADMIN,
                "TestUseCase",
                () -> {
                    long version = manifests.begin(SHOP, now);
                    manifests.add(SHOP, version, 0, first);
                    manifests.add(SHOP, version, 1, second);
                    if (whole) {
                        manifests.end(SHOP, new FileManifests.Kept(version, NOON, 2, 4, 4));
                    }
                    return version;
                });
    }

    private static FileEntry file(String path) {
        return unread(path).with(Sha256.of(path.getBytes(StandardCharsets.UTF_8)));
    }

    private static FileEntry unread(String path) {
        return new FileEntry(path, 12, "1795419928.1 1795419928.2 4711 f", null);
    }
}
