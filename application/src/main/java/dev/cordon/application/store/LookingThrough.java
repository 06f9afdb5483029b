package dev.cordon.application.store;

import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.inventory.Inventory;
import dev.cordon.domain.store.inventory.ItemKind;
import org.jspecify.annotations.Nullable;

/** Looks through one store, keeps what there is, and has it judged. */
@Supporting
class LookingThrough {

    private final InventoryReader reader;
    private final TakeManifest manifest;
    private final Inventories inventories;
    private final InventoryJudge judge;
    private final UnitOfWork work;

    LookingThrough(
            InventoryReader reader,
            TakeManifest manifest,
            Inventories inventories,
            InventoryJudge judge,
            UnitOfWork work) {
        this.reader = reader;
        this.manifest = manifest;
        this.inventories = inventories;
        this.judge = judge;
        this.work = work;
    }

    /**
     * @param files whether its files are looked at too
     */
    void look(Store store, boolean files) {
        var known =
                work.commit(
                        () ->
                                inventories
                                        .latest(store.id())
                                        .map(Inventories.Latest::inventory)
                                        .orElse(null));
        var seen = withFiles(reader.read(store), store, known, files);
        if (seen.isBlind()) {
            work.run(() -> inventories.stopped(store.id(), why(seen), seen.at()));
        } else {
            work.run(
                    () -> {
                        inventories.seen(seen);
                        judge.judge(seen);
                    });
        }
    }

    private static String why(Inventory nothing) {
        return nothing.troubles().isEmpty()
                ? "No connection is kept by which anything could be seen."
                : String.join(" ", nothing.troubles());
    }

    /** Files that are not looked at this time are as they were seen last. */
    private Inventory withFiles(
            Inventory seen, Store store, @Nullable Inventory known, boolean files) {
        if (seen.sight(ItemKind.CORE).by() != ConnectionKind.SHELL) {
            return seen;
        }
        if (files) {
            var taken = manifest.take(store, known);
            return seen.with(ItemKind.FILES, taken.areas(), taken.sight());
        }
        return known == null
                ? seen
                : seen.with(
                        ItemKind.FILES, known.items(ItemKind.FILES), known.sight(ItemKind.FILES));
    }
}
