package dev.cordon.application.store;

import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.Finding;
import dev.cordon.domain.store.Reason;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.inventory.ChangedFile;
import dev.cordon.domain.store.inventory.FileChanges;
import dev.cordon.domain.store.inventory.Inventory;
import dev.cordon.domain.store.inventory.InventoryItem;
import dev.cordon.domain.store.inventory.Sight;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lists the files of a store, keeps the manifest, and sums it up for the inventory. */
@Supporting
class TakeManifest {

    private static final Logger LOG = LoggerFactory.getLogger(TakeManifest.class);

    private final FileLister lister;
    private final FileManifests manifests;
    private final ChangedFiles changed;
    private final UnitOfWork work;
    private final InstantSource clock;

    TakeManifest(
            FileLister lister,
            FileManifests manifests,
            ChangedFiles changed,
            UnitOfWork work,
            InstantSource clock) {
        this.lister = lister;
        this.manifests = manifests;
        this.changed = changed;
        this.work = work;
        this.clock = clock;
    }

    /** What is to be said of the files, and how much of them was seen. */
    record Taken(List<InventoryItem> areas, Sight sight) {}

    /**
     * @param known what was seen last, or null
     */
    Taken take(Store store, @Nullable Inventory known) {
        var at = clock.instant();
        var earlier = work.commit(() -> manifests.latest(store.id()));
        var version = work.commit(() -> manifests.begin(store.id(), at));
        var changes =
                new FileChanges(
                        new ManifestFiles(manifests, work, store.id(), earlier.orElse(null)), at);
        var writing = new WritingManifest(manifests, work, store.id(), version, changes);
        try {
            var before = new ManifestFiles(manifests, work, store.id(), earlier.orElse(null));
            return switch (lister.list(store, before, writing)) {
                case StoreAnswer.Failed<FileLister.Listed>(var why) ->
                        new Taken(
                                List.of(),
                                Sight.failed(ConnectionKind.SHELL, Reason.of(why).recorded()));
                case StoreAnswer.Ok<FileLister.Listed>(var listed) -> {
                    writing.flush();
                    changes.end();
                    work.run(
                            () -> {
                                changed.add(store.id(), seen(changes, listed));
                                manifests.end(
                                        store.id(),
                                        new FileManifests.Kept(
                                                version,
                                                at,
                                                writing.parts(),
                                                listed.files(),
                                                listed.read()));
                            });
                    yield new Taken(
                            writing.areas(known),
                            listed.whole()
                                    ? Sight.whole(ConnectionKind.SHELL)
                                    : Sight.partly(ConnectionKind.SHELL, ConnectionKind.SHELL));
                }
            };
        } catch (IOException broken) {
            LOG.warn("listing files broke off store={}", store.id(), broken);
            return new Taken(List.of(), Sight.failed(ConnectionKind.SHELL, why(broken)));
        }
    }

    /** Where not every folder could be looked into, what is not seen is not gone. */
    private static List<ChangedFile> seen(FileChanges changes, FileLister.Listed listed) {
        return changes.changed().stream()
                .filter(file -> listed.whole() || file.how() != ChangedFile.How.GONE)
                .toList();
    }

    private static String why(IOException broken) {
        var reason =
                switch (broken) {
                    case FileSystemException here ->
                            Finding.NOTES_NOT_KEPT.about(String.valueOf(here.getReason()));
                    default -> Finding.LISTING_BROKE_OFF.about(String.valueOf(broken.getMessage()));
                };
        return reason.recorded();
    }
}
