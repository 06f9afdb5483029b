package dev.cordon.woocommerce.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.store.PublishedChecksums.Verdict;
import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.domain.store.inventory.Checksums;
import dev.cordon.domain.store.inventory.Inventory;
import dev.cordon.domain.store.inventory.InventoryItem;
import dev.cordon.domain.store.inventory.InventoryItem.Key;
import dev.cordon.domain.store.inventory.ItemKind;
import dev.cordon.domain.store.inventory.Sight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What WP-CLI says of checksums, over a real SSH server: as recorded, and as its code writes it.
 */
class ShellChecksumsTest {

    private static final Recordings RECORDED = Recordings.of("/recordings/wpcli.zip");
    private static final Key AKISMET = files("wp-content/plugins/akismet/");
    private static final Key INCLUDES = files("wp-includes/");
    private static final Key THEME = files("wp-content/themes/shop/");
    private static final Map<Key, Key> OWNERS =
            Map.of(
                    AKISMET,
                    new Key(ItemKind.PLUGIN, "akismet/akismet"),
                    INCLUDES,
                    new Key(ItemKind.CORE, "wordpress"),
                    files("wp-evil.php"),
                    new Key(ItemKind.CORE, "wordpress"),
                    THEME,
                    new Key(ItemKind.THEME, "shop"));

    @TempDir private Path root;
    private HostWithStore host;

    @BeforeEach
    void open() throws Exception {
        host = new HostWithStore(root);
    }

    @AfterEach
    void close() throws Exception {
        host.close();
    }

    @Test
    void whatWasRecordedWithoutAWayToWordPressOrgBearsNothingOut() throws IOException {
        says("core", "wpcli/core_verify_checksums_nonet");
        says("plugin", "wpcli/plugin_verify_checksums_nonet");
        wp();

        assertThat(compared().values()).containsOnly(Verdict.of(Checksums.NONE));
    }

    @Test
    void successThatComparedNothingBearsNothingOut() throws IOException {
        says("plugin", "wpcli/f_verify_checksums_tampered_nonet");
        wp();

        assertThat(compared().get(AKISMET)).isEqualTo(Verdict.of(Checksums.NONE));
    }

    @Test
    void filesThatAreThePublishedOnesAreBorneOut() throws IOException {
        says("core", "Success: WordPress installation verifies against checksums.", "", 0);
        says("plugin", "Success: Verified 2 of 2 plugins.", "", 0);
        wp();

        assertThat(compared())
                .containsEntry(AKISMET, Verdict.of(Checksums.AGREE))
                .containsEntry(INCLUDES, Verdict.of(Checksums.AGREE))
                .containsEntry(THEME, Verdict.of(Checksums.NONE));
    }

    @Test
    void filesThatWereNeverPublishedAreNamedAndTakeNoOthersWithThem() throws IOException {
        says(
                "core",
                "Success: WordPress installation verifies against checksums.",
                "Warning: File should not exist: wp-evil.php",
                0);
        says(
                "plugin",
                "[{\"plugin_name\":\"akismet\",\"file\":\"akismet.php\","
                        + "\"message\":\"Checksum does not match\"},"
                        + "{\"plugin_name\":\"akismet\",\"file\":\"x.php\","
                        + "\"message\":\"File was added\"}]",
                "Error: Only verified 1 of 2 plugins (1 failed).",
                1);
        wp();

        assertThat(compared())
                .containsEntry(
                        AKISMET, new Verdict(Checksums.DIFFER, List.of("akismet.php", "x.php")))
                .containsEntry(INCLUDES, Verdict.of(Checksums.AGREE))
                .containsEntry(
                        files("wp-evil.php"),
                        new Verdict(Checksums.DIFFER, List.of("wp-evil.php")));
    }

    @Test
    void countsThatAreNotThoseOfTheStoreBearNothingOut() throws IOException {
        says("plugin", "Success: Verified 1 of 1 plugins.", "", 0);
        wp();

        assertThat(compared().get(AKISMET)).isEqualTo(Verdict.of(Checksums.NONE));
    }

    @Test
    void aHostThatIsNotReachedWasNotAsked() throws Exception {
        host.close();

        assertThat(compared().get(AKISMET)).isEqualTo(Verdict.of(Checksums.UNASKED));
    }

    private Map<Key, Verdict> compared() {
        var seen =
                Inventory.of(
                        StoreFixtures.FJORDSHOP,
                        StoreFixtures.NOON,
                        List.of(
                                InventoryItem.of(ItemKind.PLUGIN, "akismet/akismet", "Akismet"),
                                InventoryItem.of(ItemKind.PLUGIN, "hello", "Hello Dolly")),
                        Map.of(ItemKind.PLUGIN, Sight.whole(ConnectionKind.SHELL)));
        return new ShellChecksums(host.shell).compare(HostWithStore.SHOP, seen, OWNERS);
    }

    private void says(String command, String recording) throws IOException {
        var meta = RECORDED.text(recording + ".meta.json");
        says(
                command,
                RECORDED.text(recording + ".stdout"),
                RECORDED.text(recording + ".stderr"),
                Integer.parseInt(meta.replaceFirst("(?s).*\"exit\": ([0-9]+).*", "$1")));
    }

    private void says(String command, String out, String err, int exit) throws IOException {
        Files.writeString(root.resolve(command + ".out"), out);
        Files.writeString(root.resolve(command + ".err"), err);
        Files.writeString(root.resolve(command + ".exit"), Integer.toString(exit));
    }

    /** Words are: wp --skip-plugins --skip-themes COMMAND verify-checksums … */
    private void wp() throws IOException {
        host.program(
                "wp",
                """
                [ "$4" = verify-checksums ] && [ -f "%1$s/$3.out" ] || exit 9
                cat "%1$s/$3.out"
                cat "%1$s/$3.err" >&2
                exit "$(cat "%1$s/$3.exit")"
                """
                        .formatted(root));
    }

    private static Key files(String area) {
        return new Key(ItemKind.FILES, area);
    }
}
