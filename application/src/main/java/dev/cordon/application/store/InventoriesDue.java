package dev.cordon.application.store;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** Which stores are to be looked through again: each one once a day. */
@Queries
public class InventoriesDue {

    private static final Duration EACH_DAY = Duration.ofDays(1);

    private final Stores stores;
    private final StoreCredentials credentials;
    private final Inventories inventories;
    private final Caller caller;
    private final InstantSource clock;

    InventoriesDue(
            Stores stores,
            StoreCredentials credentials,
            Inventories inventories,
            Caller caller,
            InstantSource clock) {
        this.stores = stores;
        this.credentials = credentials;
        this.inventories = inventories;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.STORE_WATCH)
    public List<StoreId> due() {
        return stores.all(caller.scope()).stream().filter(this::isDue).map(Store::id).toList();
    }

    private boolean isDue(Store store) {
        var access = credentials.of(store.id());
        return Stream.of(
                                ConnectionKind.REST_KEY,
                                ConnectionKind.APPLICATION_PASSWORD,
                                ConnectionKind.SHELL)
                        .anyMatch(access::has)
                && inventories
                        .latest(store.id())
                        .map(last -> !last.lookedAt().plus(EACH_DAY).isAfter(clock.instant()))
                        .orElse(true);
    }
}
