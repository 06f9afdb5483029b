package dev.cordon.woocommerce.store;

import dev.cordon.application.store.SensorCommands;
import dev.cordon.application.store.StoreCredentials;
import dev.cordon.application.store.StoreGateway;
import dev.cordon.domain.store.ActiveCustomer;
import dev.cordon.domain.store.ConnectionReport;
import dev.cordon.domain.store.LoginSession;
import dev.cordon.domain.store.PageCursor;
import dev.cordon.domain.store.Plugin;
import dev.cordon.domain.store.ShellOutput;
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
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Asks a store through WooCommerce's REST API v3 and WordPress's REST API v2. */
public final class WooCommerceStoreGateway implements StoreGateway {

    private static final String ORDER_FIELDS =
            "id,number,status,date_created_gmt,customer_id,customer_ip_address,billing.email,"
                    + "billing.first_name,billing.last_name,billing.country,billing.state";
    private static final String MIRRORED_FIELDS =
            ORDER_FIELDS + ",date_modified_gmt,payment_method";
    private static final String CUSTOMER_FIELDS =
            "id,email,first_name,last_name,billing.first_name,billing.last_name,billing.country,"
                    + "billing.state";
    private static final String ACTIVITY_FIELDS =
            "user_id,email,first_name,last_name,country,state,date_last_active,"
                    + "date_last_active_gmt";
    static final String STATUS_FIELDS =
            "environment,active_plugins,inactive_plugins,dropins_mu_plugins,settings";

    private final int pageSize;
    private final StoreClient client;
    private final StoreCredentials credentials;
    private final SensorCommands sensor;
    private final StoreSetting setting;
    private final InstantSource clock;

    private WooCommerceStoreGateway(
            StoreClientSettings settings,
            StoreTurns turns,
            StoreCredentials credentials,
            StoreSetting setting,
            InstantSource clock) {
        this.pageSize = settings.pageSize();
        this.client = new StoreClient(new StoreCalls(settings, turns, clock), credentials);
        this.credentials = credentials;
        this.sensor = new SignedSensorCommands(settings, turns, credentials, clock);
        this.setting = setting;
        this.clock = clock;
    }

    /** A gateway that keeps to these bounds and shows these credentials. */
    public static StoreGateway within(
            StoreClientSettings settings,
            StoreTurns turns,
            StoreCredentials credentials,
            StoreSetting setting,
            InstantSource clock) {
        return new WooCommerceStoreGateway(settings, turns, credentials, setting, clock);
    }

    @Override
    public ConnectionReport check(Store store) {
        var doors = new ConnectionCheck.Doors(sensor, client, setting);
        var access = credentials.of(store.id());
        return new ConnectionCheck(doors, store, access, clock.instant()).run();
    }

    @Override
    public StoreAnswer<StorePage<StoreOrder>> orders(Store store, Window window, PageCursor from) {
        var query =
                StoreClient.orders()
                        .page(from, pageSize)
                        .within(window)
                        .with("orderby", "id")
                        .with("order", "asc")
                        .with("_fields", ORDER_FIELDS);
        var seconds = wholeSeconds(window);
        return Reading.page(
                client.woo(store, query),
                from,
                pageSize,
                Records::order,
                order -> seconds.contains(order.createdAt()));
    }

    @Override
    public StoreAnswer<OrderPage> changedOrders(Store store, OrderQuery asked) {
        var query =
                StoreClient.orders()
                        .with("per_page", Integer.toString(pageSize))
                        .with("offset", Integer.toString(asked.offset()))
                        .with("status", "any")
                        .at("after", asked.createdFrom().minusSeconds(1))
                        // WooCommerce leaves the bounds out.
                        .at("modified_after", asked.modifiedFrom().minusSeconds(1))
                        .with("orderby", sorting(asked.by()))
                        .with("order", "asc")
                        .with("_fields", MIRRORED_FIELDS);
        var until = asked.modifiedUntil();
        var bounded = until == null ? query : query.at("modified_before", until);
        return Reading.all(client.woo(store, bounded), Records::mirroredOrder)
                .map(orders -> new OrderPage(orders, orders.size() >= pageSize));
    }

    private static String sorting(OrderQuery.Sorting by) {
        return switch (by) {
            case MODIFIED -> "modified";
            case ID -> "id";
        };
    }

    @Override
    public StoreAnswer<StorePage<StoreCustomer>> customers(Store store, PageCursor from) {
        var query =
                StoreClient.customers()
                        .page(from, pageSize)
                        .with("role", "all")
                        .with("orderby", "id")
                        .with("order", "asc")
                        .with("_fields", CUSTOMER_FIELDS);
        return Reading.page(client.woo(store, query), from, pageSize, Records::customer, _ -> true);
    }

    @Override
    public StoreAnswer<StorePage<ActiveCustomer>> activeCustomers(
            Store store, Instant since, PageCursor from) {
        var query =
                StoreClient.customerReport()
                        .page(from, pageSize)
                        // Days, zones and a swapped pair of times: ask for more and leave it out.
                        .at("last_active_after", since.minus(2, ChronoUnit.DAYS))
                        .with("orderby", "username")
                        .with("order", "asc")
                        .with("_fields", ACTIVITY_FIELDS);
        return Reading.page(
                client.woo(store, query),
                from,
                pageSize,
                Records::active,
                customer -> !customer.lastActive().isBefore(since));
    }

    @Override
    public StoreAnswer<SystemStatus> systemStatus(Store store) {
        var query = StoreClient.systemStatus().with("_fields", STATUS_FIELDS);
        return Reading.one(client.woo(store, query), Records::systemStatus);
    }

    @Override
    public StoreAnswer<List<Plugin>> plugins(Store store) {
        var access = credentials.of(store.id());
        if (access.password() == null && access.shell() != null) {
            return switch (setting.shell().run(store, WpCliPlugins.COMMAND)) {
                case StoreAnswer.Ok<ShellOutput>(var said) -> WpCliPlugins.of(said);
                case StoreAnswer.Failed<ShellOutput>(var why) -> new StoreAnswer.Failed<>(why);
            };
        }
        var query = StoreClient.plugins().with("_fields", "plugin,status,name,version");
        return Reading.all(client.wordPress(store, query), Records::plugin);
    }

    @Override
    public StoreAnswer<StorePage<LoginSession>> loginSessions(
            Store store, Window window, PageCursor from) {
        if (credentials.of(store.id()).sensor() != null) {
            return sensor.sessions(store, window, from);
        }
        var query = StoreClient.sessions().page(from, pageSize).within(window);
        var seconds = wholeSeconds(window);
        return Reading.page(
                client.sensor(store, query),
                from,
                pageSize,
                Records::session,
                session -> seconds.contains(session.loggedInAt()));
    }

    /** WooCommerce keeps whole seconds, so the window begins with the second it falls into. */
    private static Window wholeSeconds(Window window) {
        return new Window(window.from().truncatedTo(ChronoUnit.SECONDS), window.until());
    }
}
