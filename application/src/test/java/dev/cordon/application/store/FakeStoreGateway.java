package dev.cordon.application.store;

import dev.cordon.domain.store.ActiveCustomer;
import dev.cordon.domain.store.Capability;
import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.ConnectionReport;
import dev.cordon.domain.store.Finding;
import dev.cordon.domain.store.LoginSession;
import dev.cordon.domain.store.PageCursor;
import dev.cordon.domain.store.Plugin;
import dev.cordon.domain.store.Reason;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreCustomer;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.domain.store.StoreOrder;
import dev.cordon.domain.store.StorePage;
import dev.cordon.domain.store.SystemStatus;
import dev.cordon.domain.store.Verdict;
import dev.cordon.domain.store.Window;
import dev.cordon.domain.store.mirror.OrderPage;
import dev.cordon.domain.store.mirror.OrderQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A store that holds what a test puts into it and pages as a real one does. By default it has no
 * session route, as a store without the sensor plugin.
 */
public final class FakeStoreGateway implements StoreGateway {

    private final List<StoreOrder> orders = new ArrayList<>();
    private final List<StoreCustomer> customers = new ArrayList<>();
    private final List<Integer> customerPages = new ArrayList<>();
    private final List<ActiveCustomer> active = new ArrayList<>();
    private @Nullable List<LoginSession> sessions;
    private @Nullable StoreFailure failure;
    private int failingFromPage = 1;
    private int pageSize = 2;
    private Instant checkedAt = Instant.EPOCH;
    private Runnable whenAsked = () -> {};
    private final ChangedOrders changes = new ChangedOrders();

    public FakeStoreGateway with(StoreOrder order) {
        orders.add(order);
        return this;
    }

    public FakeStoreGateway with(StoreCustomer customer) {
        customers.add(customer);
        return this;
    }

    /** That account is deleted. */
    public FakeStoreGateway without(StoreCustomer customer) {
        customers.remove(customer);
        return this;
    }

    /** The pages of customers that were asked for, in that order. */
    public List<Integer> customerPages() {
        return List.copyOf(customerPages);
    }

    public FakeStoreGateway with(ActiveCustomer customer) {
        active.add(customer);
        return this;
    }

    /** From now on the store has session records: these. */
    public FakeStoreGateway withSessions(List<LoginSession> records) {
        sessions = List.copyOf(records);
        return this;
    }

    /** From now on every call for that page or a later one fails; what is no page fails too. */
    public FakeStoreGateway failing(StoreFailure why, int fromPage) {
        failure = why;
        failingFromPage = fromPage;
        return this;
    }

    /** The store works again. */
    public FakeStoreGateway recovered() {
        failure = null;
        return this;
    }

    public FakeStoreGateway pagesOf(int items) {
        pageSize = items;
        return this;
    }

    public FakeStoreGateway checkedAt(Instant moment) {
        checkedAt = moment;
        return this;
    }

    /** The orders of its mirror, to put some in or to change them. */
    public ChangedOrders changes() {
        return changes;
    }

    /** Runs at every call, for example to see whether a transaction is open. */
    public FakeStoreGateway whenAsked(Runnable action) {
        whenAsked = action;
        return this;
    }

    @Override
    public ConnectionReport check(Store store) {
        whenAsked.run();
        var ways = new EnumMap<Capability, Map<ConnectionKind, Verdict>>(Capability.class);
        for (var capability : Capability.values()) {
            if (capability.ways().contains(ConnectionKind.REST_KEY)) {
                ways.put(capability, Map.of(ConnectionKind.REST_KEY, verdict()));
            }
        }
        var facts =
                new ConnectionReport.Facts(
                        store.url().isHttps(), null, null, null, null, null, null, null, null);
        return new ConnectionReport(store.id(), checkedAt, ways, facts);
    }

    private Verdict verdict() {
        return failure == null
                ? new Verdict.Allowed(Finding.ANSWERED.reason())
                : new Verdict.Refused(Reason.of(failure));
    }

    @Override
    public StoreAnswer<StorePage<StoreOrder>> orders(Store store, Window window, PageCursor from) {
        return page(
                orders.stream().filter(order -> window.contains(order.createdAt())).toList(), from);
    }

    @Override
    public StoreAnswer<OrderPage> changedOrders(Store store, OrderQuery query) {
        whenAsked.run();
        return failure != null
                ? new StoreAnswer.Failed<>(failure)
                : new StoreAnswer.Ok<>(changes.page(query, pageSize));
    }

    @Override
    public StoreAnswer<StorePage<StoreCustomer>> customers(Store store, PageCursor from) {
        customerPages.add(from.page());
        return page(customers, from);
    }

    @Override
    public StoreAnswer<StorePage<ActiveCustomer>> activeCustomers(
            Store store, Instant since, PageCursor from) {
        return page(
                active.stream().filter(customer -> !customer.lastActive().isBefore(since)).toList(),
                from);
    }

    @Override
    public StoreAnswer<SystemStatus> systemStatus(Store store) {
        whenAsked.run();
        return failure != null
                ? new StoreAnswer.Failed<>(failure)
                : new StoreAnswer.Ok<>(new SystemStatus("11.0.1", "7.1", "8.2", true, List.of()));
    }

    @Override
    public StoreAnswer<List<Plugin>> plugins(Store store) {
        whenAsked.run();
        return failure != null
                ? new StoreAnswer.Failed<>(failure)
                : new StoreAnswer.Ok<>(List.of());
    }

    @Override
    public StoreAnswer<StorePage<LoginSession>> loginSessions(
            Store store, Window window, PageCursor from) {
        whenAsked.run();
        if (sessions == null) {
            return new StoreAnswer.Failed<>(
                    new StoreFailure.NoSuchRoute("/wp-json/cordon-sensor/v1/sessions"));
        }
        return page(
                sessions.stream().filter(session -> window.contains(session.loggedInAt())).toList(),
                from);
    }

    private <T> StoreAnswer<StorePage<T>> page(List<T> all, PageCursor from) {
        whenAsked.run();
        if (failure != null && from.page() >= failingFromPage) {
            return new StoreAnswer.Failed<>(failure);
        }
        int start = Math.min((from.page() - 1) * pageSize, all.size());
        int end = Math.min(start + pageSize, all.size());
        var next = end < all.size() ? from.next() : null;
        return new StoreAnswer.Ok<>(new StorePage<>(all.subList(start, end), next, all.size()));
    }
}
