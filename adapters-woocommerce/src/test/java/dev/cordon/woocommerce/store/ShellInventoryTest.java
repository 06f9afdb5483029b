package dev.cordon.woocommerce.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.domain.store.inventory.Inventory;
import dev.cordon.domain.store.inventory.InventoryItem;
import dev.cordon.domain.store.inventory.ItemKind;
import dev.cordon.domain.store.inventory.Trait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the scripts say that WP-CLI runs, run by a real PHP behind a real SSH server. */
class ShellInventoryTest {

    private static final Path PHP = Path.of("/usr/bin/php");

    @TempDir private Path root;
    private HostWithStore host;

    @BeforeEach
    void open() throws Exception {
        assumeThat(PHP).as("the system has no PHP").isExecutable();
        host = new HostWithStore(root);
        var functions = root.resolve("functions.php");
        try (var in = getClass().getResourceAsStream("/wordpress-stand-in.php")) {
            Files.copy(in, functions);
        }
        var included = Files.createDirectories(host.folder.resolve("wp-admin/includes"));
        Files.writeString(included.resolve("plugin.php"), "");
        host.program(
                "wp",
                """
                for code; do :; done
                echo 'Notice: a plugin prints something'
                exec %s -r "$(cat '%s')
                $code"
                """
                        .formatted(PHP, functions));
    }

    @AfterEach
    void close() throws Exception {
        if (host != null) {
            host.close();
        }
    }

    @Test
    void everyKindIsSeenAndOneThatBreaksTakesNoOtherWithIt() {
        var seen = look();

        for (var kind : ItemKind.values()) {
            assertThat(seen.sight(kind).isWhole())
                    .as(kind.name())
                    .isEqualTo(kind != ItemKind.THEME && kind != ItemKind.FILES);
        }
        assertThat(seen.sight(ItemKind.THEME).trouble()).contains("missing");
    }

    @Test
    void theTraitsOfWhatWasFoundAreThere() {
        var seen = look();

        assertThat(item(seen, ItemKind.PLUGIN, "akismet/akismet").get(Trait.UPDATE))
                .isEqualTo("5.8");
        assertThat(item(seen, ItemKind.MUST_USE_PLUGIN, "lab").name()).isEqualTo("lab.php");
        assertThat(item(seen, ItemKind.REST_KEY, "5").get(Trait.ENDING)).isEqualTo("cc28bf3");
        assertThat(item(seen, ItemKind.APPLICATION_PASSWORD, "8cea").get(Trait.OWNER))
                .isEqualTo("7");
        assertThat(item(seen, ItemKind.CRON_EVENT, "evil_beacon").get(Trait.SCHEDULE))
                .isEqualTo("once");
        assertThat(item(seen, ItemKind.OPTION, "default_role").get(Trait.VALUE))
                .isEqualTo("administrator");
        assertThat(item(seen, ItemKind.OPTION, "DISALLOW_FILE_EDIT").get(Trait.VALUE))
                .isEqualTo("yes");
        assertThat(item(seen, ItemKind.GATEWAY, "bacs").get(Trait.STATE)).isEqualTo("enabled");
    }

    @Test
    void accountsAreJudgedByWhatTheyMayAndNotByTheNameOfTheirRole() {
        var users = look().items(ItemKind.USER);

        assertThat(users).extracting(InventoryItem::name).containsExactly("login7", "login9");
        assertThat(users.getLast().is(Trait.ADMINISTRATES, "yes")).isTrue();
    }

    @Test
    void noSecretComesAlong() {
        assertThat(look().toString()).doesNotContain("$secret$").doesNotContain("owner@");
    }

    @Test
    void withoutWpCliNothingIsSeenAndThatIsSaid() throws IOException {
        host.program("wp", "exit 127");

        var seen = look();

        assertThat(seen.isBlind()).isTrue();
        assertThat(seen.troubles()).anyMatch(why -> why.contains("WP-CLI"));
    }

    @Test
    void bothWaysNameTheSamePluginTheSame() {
        try (var store = new RecordedStore()) {
            store.answering(RecordedStore.SYSTEM_STATUS, "wc/system_status");

            assertThat(store.inventory().items().keySet())
                    .contains(item(look(), ItemKind.PLUGIN, "akismet/akismet").key())
                    .contains(item(look(), ItemKind.MUST_USE_PLUGIN, "lab").key());
        }
    }

    private Inventory look() {
        var seen = new ShellInventory(host.shell, HostWithStore.SHOP).read(StoreFixtures.NOON);
        assertThat(seen.sights().values())
                .allMatch(sight -> sight.by() == null || sight.by() == ConnectionKind.SHELL);
        return seen;
    }

    private static InventoryItem item(Inventory seen, ItemKind kind, String id) {
        return seen.items().get(new InventoryItem.Key(kind, id));
    }
}
