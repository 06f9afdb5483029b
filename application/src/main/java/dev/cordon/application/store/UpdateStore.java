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

    /** What came of it. */
    public enum Outcome {
        UPDATED,
        /** Nothing was stored. */
        TWIN_IS_NO_STAGING_STORE
    }

    private final Stores stores;
    private final KeptConnections connections;
    private final Twins twins;
    private final Caller caller;
    private final InstantSource clock;

    UpdateStore(
            Stores stores,
            KeptConnections connections,
            Twins twins,
            Caller caller,
            InstantSource clock) {
        this.stores = stores;
        this.connections = connections;
        this.twins = twins;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.STORE_MANAGE)
    public Outcome update(Command command) {
        var store = stores.get(command.store(), command.seen(), caller.scope());
        if (!twins.fit(command.profile(), caller.scope())) {
            return Outcome.TWIN_IS_NO_STAGING_STORE;
        }
        var now = clock.instant();
        var updated = store.update(command.profile(), command.reason(), caller.actor(), now);
        stores.save(updated);
        if (updated.state().isProduction() && !store.isProduction()) {
            twins.part(store, caller.actor(), now);
        }
        if (!store.keepsCredentialsAt(command.profile().url())) {
            connections.change(store.id(), StoreAccess::atAnotherAddress);
        }
        return Outcome.UPDATED;
    }
}
