package dev.cordon.application.store;

import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.application.store.TakeManifest.Taken;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.Finding;
import dev.cordon.domain.store.Reason;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFiles;
import dev.cordon.domain.store.StoreFiles.StoreFile;
import dev.cordon.domain.store.inventory.FileChanges;
import dev.cordon.domain.store.inventory.FileEntry;
import dev.cordon.domain.store.inventory.Inventory;
import dev.cordon.domain.store.inventory.ItemKind;
import dev.cordon.domain.store.inventory.Sight;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists the files of a store through its sensor, where no SSH login is kept: a page at a time, at
 * the pace of all calls to that store. What is not ended within one look is gone on with at the
 * next one, behind the last file that is kept.
 */
@Supporting
class TakeManifestByPages {

    private static final Duration MOST_OF_A_LOOK = Duration.ofMinutes(10);

    /** What was begun earlier says too little of now. */
    private static final Duration OLDEST = Duration.ofDays(7);

    private final FilePages pages;
    private final FileManifests manifests;
    private final ChangedFiles changed;
    private final UnitOfWork work;
    private final InstantSource clock;

    TakeManifestByPages(
            FilePages pages,
            FileManifests manifests,
            ChangedFiles changed,
            UnitOfWork work,
            InstantSource clock) {
        this.pages = pages;
        this.manifests = manifests;
        this.changed = changed;
        this.work = work;
        this.clock = clock;
    }

    /**
     * @param known what was seen last, or null
     */
    Taken take(Store store, @Nullable Inventory known) {
        var now = clock.instant();
        var earlier = work.commit(() -> manifests.latest(store.id())).orElse(null);
        var begun =
                work.commit(
                        () ->
                                manifests
                                        .underWay(store.id())
                                        .filter(each -> each.at().isAfter(now.minus(OLDEST)))
                                        .orElseGet(() -> manifests.beginPaged(store.id(), now)));
        var changes =
                new FileChanges(
                        new ManifestFiles(manifests, work, store.id(), earlier), begun.at());
        var writing = new WritingManifest(manifests, work, store.id(), begun.version(), changes);
        String after = writing.goOn(begun);
        while (clock.instant().isBefore(now.plus(MOST_OF_A_LOOK))) {
            switch (pages.page(store, after)) {
                case StoreAnswer.Failed<StoreFiles>(var why) -> {
                    return new Taken(
                            List.of(),
                            Sight.failed(ConnectionKind.SENSOR, Reason.of(why).recorded()));
                }
                case StoreAnswer.Ok<StoreFiles>(var page) -> {
                    page.files().forEach(file -> writing.take(entry(file)));
                    writing.flush();
                    var next = page.next();
                    if (next == null) {
                        return ended(store, begun, writing, changes, known);
                    }
                    after = next;
                }
            }
        }
        return asBefore(known);
    }

    private Taken ended(
            Store store,
            FileManifests.UnderWay begun,
            WritingManifest writing,
            FileChanges changes,
            @Nullable Inventory known) {
        changes.end();
        work.run(
                () -> {
                    changed.add(store.id(), changes.changed());
                    manifests.end(
                            store.id(),
                            new FileManifests.Kept(
                                    begun.version(),
                                    begun.at(),
                                    writing.parts(),
                                    writing.files(),
                                    writing.files()));
                });
        // A plugin sees what PHP may see, and runs where an intruder may run too.
        return new Taken(
                writing.areas(known), Sight.partly(ConnectionKind.SENSOR, ConnectionKind.SHELL));
    }

    private static Taken asBefore(@Nullable Inventory known) {
        return known == null || known.sight(ItemKind.FILES).isBlind()
                ? new Taken(
                        List.of(),
                        Sight.failed(
                                ConnectionKind.SENSOR, Finding.LISTING_GOES_ON.reason().recorded()))
                : new Taken(known.items(ItemKind.FILES), known.sight(ItemKind.FILES));
    }

    private static FileEntry entry(StoreFile file) {
        var link = file.link();
        var digest =
                link == null ? file.digest() : Sha256.of(link.getBytes(StandardCharsets.UTF_8));
        return new FileEntry(file.path(), file.size(), "", digest);
    }
}
