package dev.cordon.application.store;

import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFiles;

/**
 * Lists the files of a store through its sensor plugin, page by page. Every call is bounded in time
 * and size. Never call it inside a transaction.
 */
public interface FilePages {

    /**
     * The next files that an inventory lists, with their digests, in the order of {@link
     * dev.cordon.domain.store.inventory.FileEntry}.
     *
     * @param after behind which path; empty to begin
     */
    StoreAnswer<StoreFiles> page(Store store, String after);
}
