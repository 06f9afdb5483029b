package dev.cordon.application.store;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.Connection;
import java.time.InstantSource;

/** Keeps what opens one way into a store, in the place of the former one of its kind. */
@UseCase
public class ReplaceConnection {

    public record Command(StoreId store, Version seen, Connection connection) {}

    private final Stores stores;
    private final KeptConnections connections;
    private final Caller caller;
    private final InstantSource clock;

    ReplaceConnection(
            Stores stores, KeptConnections connections, Caller caller, InstantSource clock) {
        this.stores = stores;
        this.connections = connections;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.STORE_MANAGE)
    public void replace(Command command) {
        var store = stores.get(command.store(), command.seen(), caller.scope());
        stores.save(store.replaceConnection(command.connection(), caller.actor(), clock.instant()));
        connections.change(store.id(), access -> access.and(command.connection()));
    }
}
