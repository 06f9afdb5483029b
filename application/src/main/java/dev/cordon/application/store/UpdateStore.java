package dev.cordon.application.store;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import java.time.InstantSource;

/** Corrects what is known about a store. A new address asks for the credentials again. */
@UseCase
public class UpdateStore {

    public record Command(StoreId store, Version seen, Store.Profile profile, String reason) {}

    private final Stores stores;
    private final KeptConnections connections;
    private final Caller caller;
    private final InstantSource clock;

    UpdateStore(Stores stores, KeptConnections connections, Caller caller, InstantSource clock) {
        this.stores = stores;
        this.connections = connections;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.STORE_MANAGE)
    public void update(Command command) {
        var store = stores.get(command.store(), command.seen(), caller.scope());
        stores.save(
                store.update(command.profile(), command.reason(), caller.actor(), clock.instant()));
        if (!store.keepsCredentialsAt(command.profile().url())) {
            connections.change(store.id(), StoreAccess::atAnotherAddress);
        }
    }
}
