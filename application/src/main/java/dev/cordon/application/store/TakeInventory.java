package dev.cordon.application.store;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.inventory.Inventory;

/**
 * Looks through a store, keeps what there is, and has people told what of it nobody approved: each
 * difference once as long as it stands.
 */
@StreamingUseCase
public class TakeInventory {

    public record Command(StoreId store) {}

    private final Stores stores;
    private final InventoryReader reader;
    private final Inventories inventories;
    private final InventoryJudge judge;
    private final UnitOfWork work;
    private final Caller caller;

    TakeInventory(
            Stores stores,
            InventoryReader reader,
            Inventories inventories,
            InventoryJudge judge,
            UnitOfWork work,
            Caller caller) {
        this.stores = stores;
        this.reader = reader;
        this.inventories = inventories;
        this.judge = judge;
        this.work = work;
        this.caller = caller;
    }

    @Requires(Permission.STORE_WATCH)
    public void take(Command command) {
        var scope = caller.scope();
        var store = work.commit(() -> stores.get(command.store(), scope));
        var seen = reader.read(store);
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
