package dev.cordon.application.store;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.Permission;
import java.time.Duration;
import java.util.Optional;

/** How long a store's payment page is left alone between two visits. */
@Queries
public class PageWatchQueries {

    private final PaymentPages pages;
    private final Stores stores;
    private final Caller caller;

    PageWatchQueries(PaymentPages pages, Stores stores, Caller caller) {
        this.pages = pages;
        this.stores = stores;
        this.caller = caller;
    }

    /** Empty if it is not visited by itself. */
    @Requires(Permission.STORE_WATCH)
    public Optional<Duration> interval(StoreId id) {
        var page = pages.of(stores.get(id, caller.scope()).id());
        return page.on() ? Optional.of(page.every()) : Optional.empty();
    }
}
