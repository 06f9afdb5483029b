package dev.cordon.application.store;

import static dev.cordon.domain.store.StoreFixtures.FJORDSHOP;
import static dev.cordon.domain.store.StoreFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cordon.application.kernel.InlineUnitOfWork;
import dev.cordon.application.kernel.Page;
import dev.cordon.application.kernel.TestCaller;
import dev.cordon.domain.store.Finding;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.domain.store.inventory.ChangedFile;
import dev.cordon.domain.store.inventory.FileEntry;
import dev.cordon.domain.store.inventory.Sight;
import java.io.IOException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;

class TakeManifestTest {

    private final InMemoryFileManifests manifests = new InMemoryFileManifests();
    private final InMemoryChangedFiles changed = new InMemoryChangedFiles();
    private final Store store =
            Store.add(
                            FJORDSHOP,
                            StoreFixtures.profile(),
                            StoreAccess.NONE,
                            TestCaller.person("ada").actor(),
                            NOON)
                    .state();

    @Test
    void filesThatAreListedAreKept() {
        var sight =
                taken(
                        (_, _, into) -> {
                            into.take(new FileEntry("wp-login.php", 12, "1.1 1.1 7 f", null));
                            return new StoreAnswer.Ok<>(FileLister.Listed.of(1, 0));
                        });

        assertThat(sight.isBlind()).isFalse();
        assertThat(manifests.latest(FJORDSHOP).orElseThrow().files()).isEqualTo(1);
    }

    @Test
    void aListingThatBreaksOffSaysWhatHappened() {
        var sight =
                taken(
                        (_, _, _) -> {
                            throw new IOException("open failed: administratively prohibited");
                        });

        assertThat(sight.trouble()).contains("administratively prohibited").doesNotContain("room");
        assertThat(manifests.latest(FJORDSHOP)).isEmpty();
    }

    @Test
    void notesThatCannotBeKeptAreNoFaultOfTheStore() {
        var sight =
                taken(
                        (_, _, _) -> {
                            throw new FileSystemException("/tmp/notes", null, "No space left");
                        });

        assertThat(sight.trouble())
                .isEqualTo(Finding.NOTES_NOT_KEPT.about("No space left").recorded())
                .startsWith("The notes of it could not be kept by Cordon: No space left.");
    }

    @Test
    void whatChangedSinceTheLastListIsNotedFileByFile() {
        taken(listing("wp-content/plugins/a/a.php", "wp-content/plugins/a/z.php"));
        taken(listing("wp-content/plugins/a/a.php", "wp-content/plugins/a/b.php"));

        assertThat(changed.list(FJORDSHOP, "wp-content/plugins/a/", Page.Request.first(9)).items())
                .extracting(ChangedFile::path, ChangedFile::how)
                .containsExactly(
                        tuple("wp-content/plugins/a/b.php", ChangedFile.How.NEW),
                        tuple("wp-content/plugins/a/z.php", ChangedFile.How.GONE));
    }

    private static FileLister listing(String... paths) {
        return (_, _, into) -> {
            for (var path : paths) {
                into.take(new FileEntry(path, 12, "1.1 1.1 7 f", null));
            }
            return new StoreAnswer.Ok<>(FileLister.Listed.of(paths.length, 0));
        };
    }

    private Sight taken(FileLister lister) {
        return new TakeManifest(lister, manifests, changed, new InlineUnitOfWork(), () -> NOON)
                .take(store, null)
                .sight();
    }
}
