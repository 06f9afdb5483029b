package dev.cordon.application.store;

import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.inventory.Inventory;
import dev.cordon.domain.store.inventory.ItemKind;
import org.jspecify.annotations.Nullable;

/** Puts the files of a store beside what else was seen of it. */
@Supporting
class FilesSeen {

    private final TakeManifest manifest;
    private final TakeManifestByPages pages;
    private final BearingOutUpdates updates;
    private final StoreCredentials credentials;

    FilesSeen(
            TakeManifest manifest,
            TakeManifestByPages pages,
            BearingOutUpdates updates,
            StoreCredentials credentials) {
        this.manifest = manifest;
        this.pages = pages;
        this.updates = updates;
        this.credentials = credentials;
    }

    /**
     * Files that are not looked at this time are as they were seen last.
     *
     * @param known what was seen last, or null
     * @param look whether they are looked at this time
     */
    Inventory in(Inventory seen, Store store, @Nullable Inventory known, boolean look) {
        var access = credentials.of(store.id());
        boolean shell = seen.sight(ItemKind.CORE).by() == ConnectionKind.SHELL;
        if (!shell && (access.shell() != null || access.sensor() == null)) {
            return seen;
        }
        if (look) {
            var taken = shell ? manifest.take(store, known) : pages.take(store, known);
            var all = seen.with(ItemKind.FILES, taken.areas(), taken.sight());
            return updates.bearOut(store, all, known);
        }
        return known == null
                ? seen
                : seen.with(
                        ItemKind.FILES, known.items(ItemKind.FILES), known.sight(ItemKind.FILES));
    }
}
