package dev.cordon.application.store;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.inventory.FileEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The files of each store with their digests, in parts, so that none has to be held whole. */
public interface FileManifests {

    /**
     * A manifest that was ended.
     *
     * @param version from 1
     * @param parts how many it has
     * @param read how many files were read for it
     */
    record Kept(long version, Instant at, int parts, long files, long read) {}

    Optional<Kept> latest(StoreId store);

    /**
     * One of its parts.
     *
     * @param part from 0; the files of all parts one behind the other are in their order
     */
    List<FileEntry> part(StoreId store, long version, int part);

    /**
     * Begins another manifest, and drops those that were begun and not ended, unless they may be
     * under way still.
     *
     * @param at when it begins
     */
    long begin(StoreId store, Instant at);

    /**
     * A manifest that is listed page by page and was not ended yet; it is gone on with, however
     * many looks that takes.
     *
     * @param at when it was begun
     * @param parts how many it has so far
     */
    record UnderWay(long version, Instant at, int parts) {}

    Optional<UnderWay> underWay(StoreId store);

    /** Begins one of these in the place of the one that is under way. */
    UnderWay beginPaged(StoreId store, Instant at);

    void add(StoreId store, long version, int part, List<FileEntry> files);

    /** The manifest is whole. Of those that are, the newest few are kept. */
    void end(StoreId store, Kept manifest);
}
