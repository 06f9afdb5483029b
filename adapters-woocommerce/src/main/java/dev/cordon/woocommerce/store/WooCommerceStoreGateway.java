package dev.cordon.woocommerce.store;

import dev.cordon.application.store.StoreCredentials;
import dev.cordon.application.store.StoreGateway;
import dev.cordon.domain.store.ActiveCustomer;
import dev.cordon.domain.store.ConnectionReport;
import dev.cordon.domain.store.LoginSession;
import dev.cordon.domain.store.PageCursor;
import dev.cordon.domain.store.Plugin;
import dev.cordon.domain.store.RestCredential;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreCustomer;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.domain.store.StoreOrder;
import dev.cordon.domain.store.StorePage;
import dev.cordon.domain.store.SystemStatus;
import dev.cordon.domain.store.Window;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Asks a store through WooCommerce's REST API v3 and WordPress's REST API v2. */
public final class WooCommerceStoreGateway implements StoreGateway {

    private static final String WOO = "/wp-json/wc/v3/";
    private static final String WORDPRESS = "/wp-json/wp/v2/";
    private static final String SESSIONS = "/wp-json/cordon-sensor/v1/sessions";
    private static final String ACTIVITY = "/wp-json/wc-analytics/reports/customers";
    private static final String ACTIVITY_FIELDS =
            "user_id,email,first_name,last_name,country,state,date_last_active,"
                    + "date_last_active_gmt";
    private static final String ORDER_FIELDS =
            "id,number,status,date_created_gmt,customer_id,customer_ip_address,billing.email,"
                    + "billing.first_name,billing.last_name,billing.country,billing.state";
    private static final String CUSTOMER_FIELDS =
            "id,email,first_name,last_name,billing.first_name,billing.last_name,billing.country,"
                    + "billing.state";

    private final StoreClientSettings settings;
    private final StoreCalls calls;
    private final StoreCredentials credentials;
    private final InstantSource clock;

    private WooCommerceStoreGateway(
            StoreClientSettings settings, StoreCredentials credentials, InstantSource clock) {
        this.settings = settings;
        this.calls = new StoreCalls(settings);
        this.credentials = credentials;
        this.clock = clock;
    }

    /** A gateway that keeps to these bounds and shows these credentials. */
    public static StoreGateway within(
            StoreClientSettings settings, StoreCredentials credentials, InstantSource clock) {
        return new WooCommerceStoreGateway(settings, credentials, clock);
    }

    @Override
    public ConnectionReport check(Store store) {
        return new ConnectionCheck(this, store, credentials.of(store.id()), clock.instant()).run();
    }

    @Override
    public StoreAnswer<StorePage<StoreOrder>> orders(Store store, Window window, PageCursor from) {
        var query =
                Query.of(WOO + "orders")
                        .page(from, settings.pageSize())
                        .within(window)
                        .with("orderby", "id")
                        .with("order", "asc")
                        .with("_fields", ORDER_FIELDS);
        var seconds = wholeSeconds(window);
        return page(woo(store, query), from, Records::order)
                .map(page -> only(page, order -> seconds.contains(order.createdAt())));
    }

    @Override
    public StoreAnswer<StorePage<StoreCustomer>> customers(Store store, PageCursor from) {
        var query =
                Query.of(WOO + "customers")
                        .page(from, settings.pageSize())
                        .with("role", "all")
                        .with("orderby", "id")
                        .with("order", "asc")
                        .with("_fields", CUSTOMER_FIELDS);
        return page(woo(store, query), from, Records::customer);
    }

    @Override
    public StoreAnswer<StorePage<ActiveCustomer>> activeCustomers(
            Store store, Instant since, PageCursor from) {
        var query =
                Query.of(ACTIVITY)
                        .page(from, settings.pageSize())
                        // Days, zones and a swapped pair of times: ask for more and leave it out.
                        .at("last_active_after", since.minus(2, ChronoUnit.DAYS))
                        .with("orderby", "username")
                        .with("order", "asc")
                        .with("_fields", ACTIVITY_FIELDS);
        return page(woo(store, query), from, Records::active)
                .map(page -> only(page, customer -> !customer.lastActive().isBefore(since)));
    }

    @Override
    public StoreAnswer<SystemStatus> systemStatus(Store store) {
        var query =
                Query.of(WOO + "system_status")
                        .with(
                                "_fields",
                                "environment,active_plugins,inactive_plugins,dropins_mu_plugins,"
                                        + "settings");
        return understood(woo(store, query), reply -> Records.systemStatus(reply.json()));
    }

    @Override
    public StoreAnswer<List<Plugin>> plugins(Store store) {
        var query = Query.of(WORDPRESS + "plugins").with("_fields", "plugin,status,name,version");
        return understood(wordPress(store, query), reply -> list(reply, Records::plugin));
    }

    @Override
    public StoreAnswer<StorePage<LoginSession>> loginSessions(
            Store store, Window window, PageCursor from) {
        var query = Query.of(SESSIONS).page(from, settings.pageSize()).within(window);
        var password = credentials.of(store.id()).forWordPress();
        // Without a password the question is asked as nobody: 404 tells that the route is missing.
        var reply = calls.get(store.url(), query.reference(), password);
        if (password == null
                && reply instanceof StoreAnswer.Failed<StoreReply>(StoreFailure.WrongKey _)) {
            return new StoreAnswer.Failed<>(noPassword());
        }
        var seconds = wholeSeconds(window);
        return page(reply, from, Records::session)
                .map(page -> only(page, session -> seconds.contains(session.loggedInAt())));
    }

    /** What the site tells anybody: its name, its zone. The whole index would be 1.2 MB. */
    StoreAnswer<StoreReply> site(Store store) {
        var query =
                Query.of("/wp-json/")
                        .with("_fields", "name,url,home,namespaces,authentication,timezone_string");
        return calls.get(store.url(), query.reference(), null);
    }

    StoreAnswer<StoreReply> firstOrder(Store store) {
        return woo(store, first(WOO + "orders"));
    }

    StoreAnswer<StoreReply> firstCustomer(Store store) {
        return woo(store, first(WOO + "customers"));
    }

    StoreAnswer<StoreReply> firstUser(Store store) {
        return wordPress(store, first(WORDPRESS + "users").with("context", "edit"));
    }

    /** The user behind the application password, with what they may do. */
    StoreAnswer<StoreReply> self(Store store) {
        return wordPress(
                store,
                Query.of(WORDPRESS + "users/me")
                        .with("context", "edit")
                        .with("_fields", "id,capabilities"));
    }

    private static Query first(String route) {
        return Query.of(route).page(PageCursor.START, 1).with("_fields", "id");
    }

    private StoreAnswer<StoreReply> woo(Store store, Query query) {
        return call(
                store,
                query,
                credentials.of(store.id()).forWooCommerce(),
                new StoreFailure.NoCredential("WooCommerce key or application password"));
    }

    private StoreAnswer<StoreReply> wordPress(Store store, Query query) {
        return call(store, query, credentials.of(store.id()).forWordPress(), noPassword());
    }

    private StoreAnswer<StoreReply> call(
            Store store, Query query, @Nullable RestCredential credential, StoreFailure without) {
        return credential == null
                ? new StoreAnswer.Failed<>(without)
                : calls.get(store.url(), query.reference(), credential);
    }

    private static StoreFailure noPassword() {
        return new StoreFailure.NoCredential(
                "application password (a WooCommerce key does not open WordPress's routes)");
    }

    private <T> StoreAnswer<StorePage<T>> page(
            StoreAnswer<StoreReply> answer, PageCursor from, Function<JsonNode, T> read) {
        return understood(
                answer,
                reply -> {
                    var items = list(reply, read);
                    // A proxy may have cut the header out: then a full page means that more follow.
                    boolean more =
                            reply.count("X-WP-TotalPages").isPresent()
                                    ? from.page() < reply.count("X-WP-TotalPages").getAsLong()
                                    : items.size() == settings.pageSize();
                    return new StorePage<>(
                            items,
                            more ? from.next() : null,
                            reply.count("X-WP-Total").orElse(items.size()));
                });
    }

    private static <T> List<T> list(StoreReply reply, Function<JsonNode, T> read) {
        if (!reply.json().isArray()) {
            throw new Records.Unreadable("a list was expected");
        }
        var items = new ArrayList<T>();
        for (var item : reply.json()) {
            items.add(read.apply(item));
        }
        return items;
    }

    private static <T> StoreAnswer<T> understood(
            StoreAnswer<StoreReply> answer, Function<StoreReply, T> read) {
        try {
            return answer.map(read);
        } catch (Records.Unreadable e) {
            return new StoreAnswer.Failed<>(
                    new StoreFailure.NotUnderstood(String.valueOf(e.getMessage())));
        }
    }

    private static <T> StorePage<T> only(
            StorePage<T> page, java.util.function.Predicate<T> wanted) {
        return new StorePage<>(
                page.items().stream().filter(wanted).toList(), page.next(), page.total());
    }

    /** WooCommerce keeps whole seconds, so the window begins with the second it falls into. */
    private static Window wholeSeconds(Window window) {
        return new Window(window.from().truncatedTo(ChronoUnit.SECONDS), window.until());
    }
}
