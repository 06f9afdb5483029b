package dev.cordon.application.store;

import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.inventory.Inventory;

/** Looks through one store, keeps what there is, and has it judged. */
@Supporting
class LookingThrough {

    private final InventoryReader reader;
    private final FilesSeen files;
    private final Inventories inventories;
    private final InventoryJudge judge;
    private final UnitOfWork work;

    LookingThrough(
            InventoryReader reader,
            FilesSeen files,
            Inventories inventories,
            InventoryJudge judge,
            UnitOfWork work) {
        this.reader = reader;
        this.files = files;
        this.inventories = inventories;
        this.judge = judge;
        this.work = work;
    }

    /**
     * @param withFiles whether its files are looked at too
     */
    void look(Store store, boolean withFiles) {
        var known =
                work.commit(
                        () ->
                                inventories
                                        .latest(store.id())
                                        .map(Inventories.Latest::inventory)
                                        .orElse(null));
        var seen = files.in(reader.read(store), store, known, withFiles);
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
}
