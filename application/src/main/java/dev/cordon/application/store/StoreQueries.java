package dev.cordon.application.store;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.ConnectionReport;
import dev.cordon.domain.store.Store;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stores in care, and what their last connection check found. */
@Queries
public class StoreQueries {

    /**
     * A store as its page shows it.
     *
     * @param connections what is kept, by kind
     * @param lastCheck null when none was made
     */
    public record StoreDetail(
            Store store, List<Kept> connections, @Nullable ConnectionReport lastCheck) {}

    /**
     * A connection that is kept.
     *
     * @param name what it is, without its secret
     */
    public record Kept(ConnectionKind kind, String name) {}

    private final Stores stores;
    private final StoreCredentials credentials;
    private final ConnectionReports reports;
    private final Caller caller;

    StoreQueries(
            Stores stores, StoreCredentials credentials, ConnectionReports reports, Caller caller) {
        this.stores = stores;
        this.credentials = credentials;
        this.reports = reports;
        this.caller = caller;
    }

    /** Ordered by name. */
    @Requires(Permission.STORE_READ)
    public List<StoreDetail> stores() {
        return stores.all(caller.scope()).stream().map(this::detail).toList();
    }

    @Requires(Permission.STORE_READ)
    public StoreDetail store(StoreId id) {
        return detail(stores.get(id, caller.scope()));
    }

    private StoreDetail detail(Store store) {
        var kept = credentials.of(store.id()).connections();
        return new StoreDetail(
                store,
                kept.stream().map(each -> new Kept(each.kind(), each.toString())).toList(),
                reports.latest(store.id()).orElse(null));
    }
}
