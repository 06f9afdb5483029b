package dev.cordon.application.store;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import java.time.InstantSource;

/** Takes a store into care. It is not called yet: {@link CheckConnection} does that. */
@UseCase
public class AddStore {

    /**
     * @param access the credentials to keep, or {@link StoreAccess#NONE} for later
     */
    public record Command(Store.Profile profile, StoreAccess access) {}

    /** What came of it. */
    public sealed interface Outcome {
        record Added(StoreId id) implements Outcome {}

        /** Nothing was stored. */
        enum Refused implements Outcome {
            ADDRESS_ALREADY_IN_CARE,
            TWIN_IS_NO_STAGING_STORE,
            CALLER_MANAGES_SOME_STORES_ONLY
        }
    }

    private final Stores stores;
    private final KeptConnections connections;
    private final Twins twins;
    private final Caller caller;
    private final Ids ids;
    private final InstantSource clock;

    AddStore(
            Stores stores,
            KeptConnections connections,
            Twins twins,
            Caller caller,
            Ids ids,
            InstantSource clock) {
        this.stores = stores;
        this.connections = connections;
        this.twins = twins;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    @Requires(Permission.STORE_MANAGE)
    public Outcome add(Command command) {
        if (!caller.scope().equals(StoreScope.ALL)) {
            return Outcome.Refused.CALLER_MANAGES_SOME_STORES_ONLY;
        }
        if (stores.hasStoreAt(command.profile().url())) {
            return Outcome.Refused.ADDRESS_ALREADY_IN_CARE;
        }
        if (!twins.fit(command.profile(), caller.scope())) {
            return Outcome.Refused.TWIN_IS_NO_STAGING_STORE;
        }
        var id = new StoreId(ids.next());
        stores.save(
                Store.add(
                        id, command.profile(), command.access(), caller.actor(), clock.instant()));
        connections.put(id, command.access());
        return new Outcome.Added(id);
    }
}
