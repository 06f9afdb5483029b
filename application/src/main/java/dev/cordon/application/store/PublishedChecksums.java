package dev.cordon.application.store;

import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.inventory.Checksums;
import dev.cordon.domain.store.inventory.Inventory;
import dev.cordon.domain.store.inventory.InventoryItem;
import java.util.List;
import java.util.Map;

/**
 * Has a store compare its files with the checksums that their authors publish. Changes nothing
 * there; bounded in time and size. Never call it inside a transaction.
 */
public interface PublishedChecksums {

    /**
     * What they say of some files.
     *
     * @param differing the files that are not those that were published, by their paths
     */
    record Verdict(Checksums checksums, List<String> differing) {

        public Verdict {
            differing = List.copyOf(differing);
        }

        public static Verdict of(Checksums checksums) {
            return new Verdict(checksums, List.of());
        }
    }

    /**
     * Never fails as a whole: what was not compared is {@link Checksums#UNASKED}.
     *
     * @param seen what there is in the store
     * @param files the files that are asked about, and what each belongs to
     */
    Map<InventoryItem.Key, Verdict> compare(
            Store store, Inventory seen, Map<InventoryItem.Key, InventoryItem.Key> files);
}
