package dev.cordon.application.store;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.ConnectionKind;
import java.time.InstantSource;

/** Takes one way into a store away; its secret is deleted. */
@UseCase
public class RemoveConnection {

    public record Command(StoreId store, Version seen, ConnectionKind kind) {}

    private final Stores stores;
    private final KeptConnections connections;
    private final Caller caller;
    private final InstantSource clock;

    RemoveConnection(
            Stores stores, KeptConnections connections, Caller caller, InstantSource clock) {
        this.stores = stores;
        this.connections = connections;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.STORE_MANAGE)
    public void remove(Command command) {
        var store = stores.get(command.store(), command.seen(), caller.scope());
        stores.save(store.removeConnection(command.kind(), caller.actor(), clock.instant()));
        connections.change(store.id(), access -> access.without(command.kind()));
    }
}
