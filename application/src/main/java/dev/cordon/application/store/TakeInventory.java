package dev.cordon.application.store;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.Permission;

/**
 * Looks through a store, keeps what there is, and has people told what of it nobody approved: each
 * difference once as long as it stands.
 */
@StreamingUseCase
public class TakeInventory {

    /**
     * @param files whether its files are looked at too, which takes a while the first time
     */
    public record Command(StoreId store, boolean files) {}

    private final Stores stores;
    private final LookingThrough looking;
    private final UnitOfWork work;
    private final Caller caller;

    TakeInventory(Stores stores, LookingThrough looking, UnitOfWork work, Caller caller) {
        this.stores = stores;
        this.looking = looking;
        this.work = work;
        this.caller = caller;
    }

    @Requires(Permission.STORE_WATCH)
    public void take(Command command) {
        var scope = caller.scope();
        var store = work.commit(() -> stores.get(command.store(), scope));
        looking.look(store, command.files());
    }
}
