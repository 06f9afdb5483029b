package dev.cordon.application.store;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.SensorKey;
import java.time.InstantSource;

/**
 * Gives the sensor plugin out for one store, with a secret of its own that is shown to nobody. A
 * plugin that is installed already goes on with its former secret until the new one is installed.
 */
@UseCase
public class GiveOutSensor {

    public record Command(StoreId store, Version seen) {}

    /** Whether it was given out. */
    public sealed interface Outcome {

        /**
         * The plugin, to be uploaded in WordPress.
         *
         * @param zip holds the secret
         */
        record Given(byte[] zip) implements Outcome {
            @Override
            public String toString() {
                return "Given";
            }
        }

        enum Refused implements Outcome {
            /** Cordon's address is not https, and the plugin would not send there. */
            ADDRESS_NOT_SAFE
        }
    }

    private final Stores stores;
    private final KeptConnections connections;
    private final SensorPlugin plugin;
    private final Caller caller;
    private final InstantSource clock;

    GiveOutSensor(
            Stores stores,
            KeptConnections connections,
            SensorPlugin plugin,
            Caller caller,
            InstantSource clock) {
        this.stores = stores;
        this.connections = connections;
        this.plugin = plugin;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.STORE_MANAGE)
    public Outcome giveOut(Command command) {
        var store = stores.get(command.store(), command.seen(), caller.scope());
        if (!plugin.hasSafeAddress()) {
            return Outcome.Refused.ADDRESS_NOT_SAFE;
        }
        var before = connections.of(store.id()).sensor();
        var key = before == null ? plugin.newKey() : before.renewedBy(plugin.newKey());
        stores.save(store.replaceConnection(key, caller.actor(), clock.instant()));
        connections.change(store.id(), access -> access.and(key));
        return new Outcome.Given(plugin.zip(SensorKey.door(store.id()), key));
    }
}
