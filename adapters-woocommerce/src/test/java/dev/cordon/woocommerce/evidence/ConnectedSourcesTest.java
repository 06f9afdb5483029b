package dev.cordon.woocommerce.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.evidence.StoreSources.Reader;
import dev.cordon.application.store.InMemoryStoreCredentials;
import dev.cordon.domain.evidence.Subject;
import dev.cordon.domain.evidence.acquisition.SourcePart;
import dev.cordon.domain.evidence.acquisition.StoreSource;
import dev.cordon.domain.evidence.acquisition.Survey;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.woocommerce.store.HostWithStore;
import dev.cordon.woocommerce.store.RestSnapshot;
import dev.cordon.woocommerce.store.StoreClientSettings;
import dev.cordon.woocommerce.store.StorePace;
import dev.cordon.woocommerce.store.StoreTurns;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a host behind a real SSH server gives out, with a real tar and a {@code wp} as told. */
class ConnectedSourcesTest {

    private static final Set<StoreSource> ALL = EnumSet.allOf(StoreSource.class);

    @TempDir Path root;
    private HostWithStore host;
    private final InMemoryStoreCredentials credentials = new InMemoryStoreCredentials();
    private ConnectedSources sources;

    @BeforeEach
    void aShop() throws Exception {
        host = new HostWithStore(root);
        credentials.put(HostWithStore.SHOP.id(), StoreAccess.with(host.access()));
        sources =
                new ConnectedSources(
                        credentials,
                        host.shell(),
                        new RestSnapshot(
                                StoreClientSettings.DEFAULT.withLoopback(),
                                new StoreTurns(new StorePace(4, 10), InstantSource.system()),
                                credentials,
                                InstantSource.system()),
                        InstantSource.system());
        put("wp-load.php", "<?php");
        put("wp-config.php", "<?php\ndefine('DB_PASSWORD', 'hunter2');\n$table_prefix = 'wp_';\n");
        put("wp-content/plugins/akismet/akismet.php", "<?php // akismet");
        put("wp-content/uploads/2026/11/shell.php", "<?php system($_GET['c']);");
        put("wp-content/uploads/wc-logs/fatal-errors.log", "CRITICAL\n");
        put("wp-content/db.php", "<?php // a drop-in");
        host.program("mysqldump", "exit 9");
        wp(
                """
                case "$*" in
                  *"db prefix"*) echo wp_ ;;
                  *"db tables"*) printf 'wp_users\\nwp_posts\\n' ;;
                  *"db export - --single-transaction"*) echo 'CREATE TABLE wp_users (id int);' ;;
                  *" eval "*) echo '{"login":"agency","ip":"192.0.2.7"}' ;;
                  *"cli version"*) echo 'WP-CLI 2.12.0' ;;
                  *) echo "said: $*"; exit 1 ;;
                esac
                """);
    }

    @AfterEach
    void noShop() throws Exception {
        if (host != null) {
            host.close();
        }
    }

    @Test
    void theSurveySaysWhatThereIsWithWhatItCanBeTakenAndHowFarTheClockIsOff() {
        var found = survey(ALL);

        assertThat(found.parts())
                .extracting(SourcePart::name)
                .contains(
                        "sessions",
                        "host-snapshot",
                        "logs",
                        "database",
                        "configuration",
                        "must-use-plugins",
                        "wp-content/plugins",
                        "wp-content/uploads");
        assertThat(found.missing())
                .extracting(Survey.Missing::source)
                .containsExactly(StoreSource.THEMES);
        assertThat(found.tools()).contains("tar").endsWith("WP-CLI 2.12.0");
        assertThat(found.clockDrift()).isBetween(Duration.ofMinutes(-2), Duration.ofMinutes(2));
        assertThat(part(found, "database").covers().subjects())
                .containsExactly(
                        new Subject.TableNamed("wp_posts"), new Subject.TableNamed("wp_users"));
        assertThat(part(found, "wp-content/plugins").covers().subjects())
                .containsExactly(new Subject.TreeAt(host.folder() + "/wp-content/plugins"));
    }

    @Test
    void treesComeAsTarAndADumpAsItIsWritten() throws Exception {
        var found = survey(ALL);

        assertThat(text(found, "database")).isEqualTo("CREATE TABLE wp_users (id int);\n");
        assertThat(text(found, "sessions")).contains("192.0.2.7");
        assertThat(files(found, "wp-content/uploads"))
                .contains("./2026/11/shell.php", "./wc-logs/fatal-errors.log");
        assertThat(files(found, "logs"))
                .contains("wp-content/uploads/wc-logs/fatal-errors.log")
                .doesNotContain("shell.php");
        assertThat(files(found, "must-use-plugins")).isEqualTo("wp-content/db.php\n");
    }

    @Test
    void aLargeTreeComesFolderByFolderAndNoFileTwice() throws Exception {
        put("wp-content/uploads/2026/index.html", "flat");
        for (int each = 0; each <= 10_000; each++) {
            put("wp-content/uploads/2026/10/" + each, "");
            put("wp-content/uploads/2026/11/" + each, "");
        }

        var found = survey(Set.of(StoreSource.UPLOADS));

        assertThat(found.parts())
                .extracting(SourcePart::name)
                .containsExactlyInAnyOrder(
                        "wp-content/uploads/*",
                        "wp-content/uploads/2026/*",
                        "wp-content/uploads/2026/10",
                        "wp-content/uploads/2026/11",
                        "wp-content/uploads/wc-logs");
        assertThat(files(found, "wp-content/uploads/2026/*"))
                .contains("index.html")
                .doesNotContain("shell.php");
        assertThat(files(found, "wp-content/uploads/2026/11"))
                .contains("./shell.php", "./10000")
                .doesNotContain("index.html");
    }

    @Test
    void theConfigurationComesWithoutItsSecrets() throws Exception {
        assertThat(text(survey(ALL), "configuration"))
                .contains("# wp-config.php", "$table_prefix = 'wp_';", "[blotted out]")
                .doesNotContain("hunter2");
    }

    @Test
    void theSnapshotSaysWhatEachCommandSaidAndHowItEnded() throws Exception {
        assertThat(text(survey(ALL), "host-snapshot"))
                .contains("# ps -eo", "# bare plugin list", "said: ", "# exit 1");
    }

    @Test
    void aFolderWhoseNameLooksLikeAnotherThingIsAFolder() throws Exception {
        put("wp-content/uploads/a\nDATABASE\0x".replace("\0", "\t") + "/b.txt", "b");

        var found = survey(Set.of(StoreSource.UPLOADS));

        assertThat(found.parts()).hasSize(1);
        assertThat(files(found, "wp-content/uploads")).contains("b.txt");
    }

    @Test
    void aDumpThatBreaksOffIsAFailureThoughSomeOfItCame() throws Exception {
        var found = survey(Set.of(StoreSource.DATABASE));
        wp("echo 'CREATE TABLE half'; exit 1");

        assertThat(sources.read(HostWithStore.SHOP, part(found, "database"), TEXT))
                .isEqualTo(
                        new StoreAnswer.Failed<String>(
                                new StoreFailure.CommandFailed("take DATABASE", 1)));
    }

    @Test
    void withoutADatabaseTheFilesAreStillThere() throws Exception {
        wp("exit 1");

        var found = survey(ALL);

        assertThat(found.missing())
                .extracting(Survey.Missing::source)
                .containsExactly(StoreSource.SESSIONS, StoreSource.DATABASE, StoreSource.THEMES);
        assertThat(files(found, "wp-content/plugins")).contains("akismet.php");
    }

    @Test
    void aFolderWithoutWordPressIsNamed() throws Exception {
        Files.delete(host.folder().resolve("wp-load.php"));
        Files.delete(host.folder().resolve("wp-config.php"));

        assertThat(sources.survey(HostWithStore.SHOP, ALL))
                .isEqualTo(
                        new StoreAnswer.Failed<Survey>(
                                new StoreFailure.NotThere("WordPress in " + host.folder())));
    }

    @Test
    void withoutAnyConnectionNothingIsGivenOut() {
        credentials.put(HostWithStore.SHOP.id(), StoreAccess.NONE);

        assertThat(sources.survey(HostWithStore.SHOP, ALL))
                .isInstanceOfSatisfying(
                        StoreAnswer.Failed.class,
                        failed ->
                                assertThat(failed.why())
                                        .isInstanceOf(StoreFailure.NoCredential.class));
    }

    private static final Reader<String> TEXT =
            content -> new String(content.readAllBytes(), StandardCharsets.UTF_8);

    private Survey survey(Set<StoreSource> wanted) {
        return switch (sources.survey(HostWithStore.SHOP, wanted)) {
            case StoreAnswer.Ok<Survey>(var found) -> found;
            case StoreAnswer.Failed<Survey>(var why) -> throw new AssertionError(why.sentence());
        };
    }

    private static SourcePart part(Survey found, String name) {
        return found.parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String text(Survey found, String name) throws IOException {
        return new String(bytes(found, name), StandardCharsets.UTF_8);
    }

    private byte[] bytes(Survey found, String name) throws IOException {
        return switch (sources.read(
                HostWithStore.SHOP, part(found, name), InputStream::readAllBytes)) {
            case StoreAnswer.Ok<byte[]>(var bytes) -> bytes;
            case StoreAnswer.Failed<byte[]>(var why) -> throw new AssertionError(why.sentence());
        };
    }

    /** As the system's own tar lists them. */
    private String files(Survey found, String name) throws Exception {
        var archive = Files.write(root.resolve("got.tar"), bytes(found, name));
        var tar = new ProcessBuilder("tar", "-tf", archive.toString()).start();
        try (var out = tar.getInputStream()) {
            var said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(tar.waitFor()).isZero();
            return said;
        }
    }

    private void put(String path, String content) throws IOException {
        var file = host.folder().resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private void wp(String script) throws IOException {
        host.program("wp", script);
    }
}
