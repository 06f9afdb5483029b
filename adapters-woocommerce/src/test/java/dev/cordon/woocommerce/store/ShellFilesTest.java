package dev.cordon.woocommerce.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.store.FileLister.Listed;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.domain.store.inventory.FileEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store's files, listed through a real SSH server by the system's own programs. */
class ShellFilesTest {

    @TempDir private Path root;
    private HostWithStore host;
    private List<FileEntry> found = List.of();

    @BeforeEach
    void open() throws Exception {
        host = new HostWithStore(root);
        put("wp-login.php", "<?php // login");
        put("wp-includes/functions.php", "<?php // functions");
        put("wp-content/plugins/shop/a b\nc.php", "<?php // strange");
        put("wp-content/plugins/shop.php", "<?php // beside");
    }

    @AfterEach
    void close() throws Exception {
        if (host != null) {
            host.close();
        }
    }

    @Test
    void everyFileComesOnceInOrderWithItsDigest() throws IOException {
        assertThat(list()).isEqualTo(Listed.of(4, 4));

        assertThat(found).isSorted();
        assertThat(file("wp-content/plugins/shop/a b\nc.php").digest())
                .isEqualTo(digest("<?php // strange"));
    }

    @Test
    void aRepeatReadsOnlyWhatWasTouched() throws IOException {
        list();
        put("wp-login.php", "<?php // evil!");
        put("new.php", "<?php");

        assertThat(list()).isEqualTo(Listed.of(5, 2));

        assertThat(file("wp-login.php").digest()).isEqualTo(digest("<?php // evil!"));
        assertThat(file("wp-includes/functions.php").digest())
                .isEqualTo(digest("<?php // functions"));
        assertThat(list()).isEqualTo(Listed.of(5, 0));
    }

    @Test
    void aFileWhoseTimeWasSetBackIsReadAllTheSame() throws IOException {
        var login = host.folder.resolve("wp-login.php");
        var before = Files.getLastModifiedTime(login);
        list();
        Files.writeString(login, "<?php // 0wned");
        Files.setLastModifiedTime(login, FileTime.from(before.toInstant()));

        assertThat(list().read()).isEqualTo(1);
        assertThat(file("wp-login.php").digest()).isEqualTo(digest("<?php // 0wned"));
    }

    @Test
    void ofUploadsOnlyWhatCanRunIsWatchedAndCachesAreNot() throws IOException {
        put("wp-content/uploads/2026/11/shoe.jpg", "jpg");
        put("wp-content/uploads/2026/11/cache_7f3a.PHP", "<?php");
        put("wp-content/uploads/.htaccess", "AddType");
        put("wp-content/cache/page.php", "<?php");

        list();

        assertThat(found)
                .extracting(FileEntry::path)
                .contains(
                        "wp-content/uploads/2026/11/cache_7f3a.PHP", "wp-content/uploads/.htaccess")
                .doesNotContain("wp-content/uploads/2026/11/shoe.jpg", "wp-content/cache/page.php");
    }

    @Test
    void aLinkIsKnownByWhereItLeads() throws IOException {
        Files.createSymbolicLink(host.folder.resolve("link.php"), Path.of("/etc/passwd"));

        list();

        assertThat(file("link.php").digest()).isEqualTo(digest("/etc/passwd"));
    }

    @Test
    void manyFilesAreReadInOnePass() throws IOException {
        var folder = Files.createDirectories(host.folder.resolve("wp-content/themes/big"));
        for (int each = 0; each < 3_000; each++) {
            Files.writeString(folder.resolve("file-" + each + ".php"), "<?php " + each);
        }

        assertThat(list()).isEqualTo(Listed.of(3_004, 3_004));

        assertThat(found).isSorted().doesNotHaveDuplicates();
        for (int each = 0; each < 3_000; each += 500) {
            assertThat(file("wp-content/themes/big/file-" + each + ".php").digest())
                    .isEqualTo(digest("<?php " + each));
        }
    }

    @Test
    void whatLogsAndSecurityPluginsWriteIsNoFileOfTheStoreAndHiddenFoldersOfUploadsAre()
            throws IOException {
        for (var noise :
                List.of("error_log", "wp-content/debug.log", "wp-content/wflogs/attack-data.php")) {
            put(noise, "noise");
        }
        put("wp-content/plugins/shop/.git/config", "noise");
        put("wp-content/uploads/.git/x.php", "<?php");
        put("wp-content/wflogs/x.php", "<?php");

        assertThat(list()).isEqualTo(Listed.of(6, 6));

        assertThat(found)
                .extracting(FileEntry::path)
                .contains("wp-content/uploads/.git/x.php", "wp-content/wflogs/x.php");
    }

    @Test
    void aListingThatEndsTooSoonSaysSoAndIsNoList() throws IOException {
        list();
        host.program("find", "printf 'a.php\\t1\\t1.0\\t1.0\\t1\\tf\\t\\0'; exit 3");

        assertThat(answer()).isEqualTo(failed(new StoreFailure.CommandFailed("list files", 3)));

        host.program("find", "printf 'a.php\\t1\\t1.0\\t1.0\\t1\\tf\\t\\0'; exit 1");

        assertThat(list()).isEqualTo(Listed.of(1, 0).inPart());

        host.program("find", "kill -9 $PPID");

        assertThat(answer()).isInstanceOf(StoreAnswer.Failed.class);
    }

    private static StoreAnswer<Listed> failed(StoreFailure why) {
        return new StoreAnswer.Failed<>(why);
    }

    private StoreAnswer<Listed> answer() throws IOException {
        return new ShellFiles(host.shell)
                .list(HostWithStore.SHOP, found.iterator(), new ArrayList<FileEntry>()::add);
    }

    private Listed list() throws IOException {
        Iterator<FileEntry> earlier = found.iterator();
        var files = new ArrayList<FileEntry>();
        var answer = new ShellFiles(host.shell).list(HostWithStore.SHOP, earlier, files::add);
        found = files;
        return ((StoreAnswer.Ok<Listed>) answer).value();
    }

    private FileEntry file(String path) {
        return found.stream().filter(each -> each.path().equals(path)).findFirst().orElseThrow();
    }

    private void put(String path, String content) throws IOException {
        var file = host.folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static Sha256 digest(String content) {
        return Sha256.of(content.getBytes(StandardCharsets.UTF_8));
    }
}
