package dev.cordon.domain.store.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.store.StoreFixtures;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileAreasTest {

    @ParameterizedTest
    @CsvSource({
        "wp-login.php, wp-login.php",
        "wp-includes/blocks/a.php, wp-includes/",
        "wp-content/object-cache.php, wp-content/object-cache.php",
        "wp-content/plugins/shop/inc/a.php, wp-content/plugins/shop/",
        "wp-content/plugins/hello.php, wp-content/plugins/hello.php",
        "wp-content/mu-plugins/lab.php, wp-content/mu-plugins/lab.php",
        "wp-content/uploads/2026/11/x.php, wp-content/uploads/2026/11/x.php"
    })
    void aFileBelongsToWhatChangesAsOne(String path, String area) {
        assertThat(FileAreas.of(path)).isEqualTo(area);
    }

    @Test
    void anotherContentIsAnotherDigestOfItsAreaAlone() {
        var before = items(file("a.php", "1"), file("wp-admin/b.php", "1"));
        var after = items(file("a.php", "1"), file("wp-admin/b.php", "2"));

        assertThat(after.getFirst()).isEqualTo(before.getFirst());
        assertThat(after.getLast().get(Trait.DIGEST))
                .isNotEqualTo(before.getLast().get(Trait.DIGEST));
    }

    @Test
    void whatChangedSinceIsNamed() {
        var changes =
                new FileChanges(
                        List.of(
                                        file("a.php", "1"),
                                        file("wp-admin/b.php", "1"),
                                        file("wp-admin/c.php", "1"))
                                .iterator(),
                        StoreFixtures.NOON);
        changes.see(file("a.php", "1"));
        changes.see(file("wp-admin/b.php", "2"));
        changes.see(file("wp-admin/d.php", "1"));

        assertThat(changes.on(area("wp-admin/"), null).get(Trait.CHANGES))
                .isEqualTo("wp-admin/b.php, wp-admin/c.php, wp-admin/d.php");
        assertThat(changes.on(area("a.php"), null).get(Trait.CHANGES)).isNull();
    }

    private static InventoryItem area(String id) {
        return InventoryItem.of(ItemKind.FILES, id, id);
    }

    private static List<InventoryItem> items(FileEntry... files) {
        var areas = new FileAreas();
        for (var file : files) {
            areas.add(file);
        }
        return areas.items();
    }

    private static FileEntry file(String path, String content) {
        return new FileEntry(path, 1, "", Sha256.of(content.getBytes(StandardCharsets.UTF_8)));
    }
}
