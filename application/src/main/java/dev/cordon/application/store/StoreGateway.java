package dev.cordon.application.store;

import dev.cordon.domain.store.ActiveCustomer;
import dev.cordon.domain.store.ConnectionReport;
import dev.cordon.domain.store.LoginSession;
import dev.cordon.domain.store.PageCursor;
import dev.cordon.domain.store.Plugin;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreCustomer;
import dev.cordon.domain.store.StoreOrder;
import dev.cordon.domain.store.StorePage;
import dev.cordon.domain.store.SystemStatus;
import dev.cordon.domain.store.Window;
import dev.cordon.domain.store.mirror.OrderPage;
import dev.cordon.domain.store.mirror.OrderQuery;
import java.time.Instant;
import java.util.List;

/**
 * Asks a running store, over the network. Every call is bounded in time and size, changes nothing
 * in the store, and answers a failure as a value. Never call it inside a transaction.
 */
public interface StoreGateway {

    /**
     * Tries by each connection that is kept what can be tried without changing anything. Never
     * fails as a whole.
     */
    ConnectionReport check(Store store);

    /**
     * One page of the orders placed in the window, in the order of their ids. {@link
     * PagesRead#each} reads on.
     */
    StoreAnswer<StorePage<StoreOrder>> orders(Store store, Window window, PageCursor from);

    /** Orders that were changed, whatever their state is, as the mirror reads them. */
    StoreAnswer<OrderPage> changedOrders(Store store, OrderQuery query);

    /** One page of all accounts of customers, in the order of their ids. */
    StoreAnswer<StorePage<StoreCustomer>> customers(Store store, PageCursor from);

    /**
     * One page of the accounts that were used at that moment or later, or may have been: a login of
     * a stranger is among them. Accounts used since are too, for WooCommerce keeps the last use
     * alone.
     */
    StoreAnswer<StorePage<ActiveCustomer>> activeCustomers(
            Store store, Instant since, PageCursor from);

    StoreAnswer<SystemStatus> systemStatus(Store store);

    /** All installed plugins; needs an application password or an SSH login. */
    StoreAnswer<List<Plugin>> plugins(Store store);

    /**
     * One page of the store's records of who logged in during the window, oldest first. WooCommerce
     * keeps none that can be asked for: without the sensor plugin the answer is {@link
     * dev.cordon.domain.store.StoreFailure.NoSuchRoute}.
     */
    StoreAnswer<StorePage<LoginSession>> loginSessions(Store store, Window window, PageCursor from);
}
