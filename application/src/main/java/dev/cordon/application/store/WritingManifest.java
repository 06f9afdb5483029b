package dev.cordon.application.store;

import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.inventory.FileAreas;
import dev.cordon.domain.store.inventory.FileChanges;
import dev.cordon.domain.store.inventory.FileEntry;
import dev.cordon.domain.store.inventory.Inventory;
import dev.cordon.domain.store.inventory.InventoryItem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the files of a manifest in parts as they come, and sums them up. */
final class WritingManifest implements FileLister.Into {

    private static final int PART = 5_000;

    private final FileManifests manifests;
    private final UnitOfWork work;
    private final StoreId store;
    private final long version;
    private final FileChanges changes;
    private final FileAreas areas = new FileAreas();
    private final List<FileEntry> part = new ArrayList<>();
    private int parts;
    private long files;

    WritingManifest(
            FileManifests manifests,
            UnitOfWork work,
            StoreId store,
            long version,
            FileChanges changes) {
        this.manifests = manifests;
        this.work = work;
        this.store = store;
        this.version = version;
        this.changes = changes;
    }

    @Override
    public void take(FileEntry file) {
        see(file);
        part.add(file);
        if (part.size() >= PART) {
            flush();
        }
    }

    /**
     * Those that were kept at an earlier look.
     *
     * @return the path of the last one; empty where there is none
     */
    String goOn(FileManifests.UnderWay begun) {
        var last = "";
        for (parts = 0; parts < begun.parts(); parts++) {
            int number = parts;
            for (var file : work.commit(() -> manifests.part(store, version, number))) {
                see(file);
                last = file.path();
            }
        }
        return last;
    }

    private void see(FileEntry file) {
        areas.add(file);
        changes.see(file);
        files++;
    }

    /** What came so far is kept, whatever follows. */
    void flush() {
        if (!part.isEmpty()) {
            var some = List.copyOf(part);
            work.run(() -> manifests.add(store, version, parts, some));
            parts++;
            part.clear();
        }
    }

    int parts() {
        return parts;
    }

    long files() {
        return files;
    }

    /**
     * @param known what was seen last, or null
     */
    List<InventoryItem> areas(@Nullable Inventory known) {
        return areas.items().stream().map(area -> changes.on(area, known)).toList();
    }
}
