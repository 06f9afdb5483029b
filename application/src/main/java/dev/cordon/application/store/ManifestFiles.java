package dev.cordon.application.store;

import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.inventory.FileEntry;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The files of a manifest in their order, part after part. */
final class ManifestFiles implements Iterator<FileEntry> {

    private final FileManifests manifests;
    private final UnitOfWork work;
    private final StoreId store;
    private final FileManifests.@Nullable Kept manifest;
    private Iterator<FileEntry> part = Collections.emptyIterator();
    private int next;

    /**
     * @param manifest null for none
     */
    ManifestFiles(
            FileManifests manifests,
            UnitOfWork work,
            StoreId store,
            FileManifests.@Nullable Kept manifest) {
        this.manifests = manifests;
        this.work = work;
        this.store = store;
        this.manifest = manifest;
    }

    @Override
    public boolean hasNext() {
        while (!part.hasNext() && manifest != null && next < manifest.parts()) {
            int number = next++;
            part = work.commit(() -> manifests.part(store, manifest.version(), number)).iterator();
        }
        return part.hasNext();
    }

    @Override
    public FileEntry next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return part.next();
    }
}
