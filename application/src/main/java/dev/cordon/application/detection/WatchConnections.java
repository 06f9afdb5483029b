package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.application.store.ConnectionReports;
import dev.cordon.application.store.StoreCredentials;
import dev.cordon.application.store.StoreGateway;
import dev.cordon.application.store.Stores;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.ConnectionReport;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks the connections of all stores once a day and raises an alert when one stopped working. A
 * store that was away when it was looked at is looked at once more before anybody is told.
 */
@StreamingUseCase
public class WatchConnections {

    private static final Logger LOG = LoggerFactory.getLogger(WatchConnections.class);

    private static final Duration EACH_DAY = Duration.ofDays(1);
    private static final Duration ONCE_MORE = Duration.ofHours(1);

    /** So far back is looked for the last time at which it worked. */
    private static final int MOST_REPORTS = 100;

    /**
     * @param goOn false once the run should end and be gone on with later
     */
    public record Command(BooleanSupplier goOn) {}

    private final Stores stores;
    private final StoreCredentials credentials;
    private final StoreGateway gateway;
    private final ConnectionReports reports;
    private final ConnectionAlerts alerts;
    private final UnitOfWork work;
    private final Caller caller;
    private final InstantSource clock;

    WatchConnections(
            Stores stores,
            StoreCredentials credentials,
            StoreGateway gateway,
            ConnectionReports reports,
            ConnectionAlerts alerts,
            UnitOfWork work,
            Caller caller,
            InstantSource clock) {
        this.stores = stores;
        this.credentials = credentials;
        this.gateway = gateway;
        this.reports = reports;
        this.alerts = alerts;
        this.work = work;
        this.caller = caller;
        this.clock = clock;
    }

    /** Checks the stores whose turn it is. */
    @Requires(Permission.STORE_CHECK)
    public void watch(Command command) {
        var scope = caller.scope();
        var due = work.commit(() -> stores.all(scope).stream().filter(this::isDue).toList());
        for (var store : due) {
            if (!command.goOn().getAsBoolean()) {
                return;
            }
            check(store);
        }
    }

    /** One that cannot be checked holds up no other; it is its turn again the next time. */
    private void check(Store store) {
        try {
            var report = gateway.check(store);
            work.run(() -> keep(store, report));
        } catch (RuntimeException failure) {
            LOG.warn("connections could not be checked store={}", store.id(), failure);
        }
    }

    private boolean isDue(Store store) {
        if (credentials.of(store.id()).equals(StoreAccess.NONE)) {
            return false;
        }
        var known = reports.recent(store.id(), 2);
        if (known.isEmpty()) {
            return true;
        }
        var last = known.getFirst();
        return !last.at().plus(isNew(known) ? ONCE_MORE : EACH_DAY).isAfter(clock.instant());
    }

    /** Whether something that worked before was found closed the last time. */
    private static boolean isNew(List<ConnectionReport> known) {
        var last = known.getFirst();
        return known.size() > 1
                && last.checked().stream()
                        .anyMatch(kind -> !last.opens(kind) && known.getLast().opens(kind));
    }

    private void keep(Store store, ConnectionReport report) {
        var before = reports.recent(store.id(), MOST_REPORTS);
        reports.add(report);
        for (var kind : report.checked()) {
            if (!report.opens(kind) && isClosed(before, kind)) {
                before.stream()
                        .filter(earlier -> earlier.opens(kind))
                        .findFirst()
                        .ifPresent(
                                worked ->
                                        alerts.tell(
                                                store, kind, report.trouble(kind), worked.at()));
            }
        }
    }

    private static boolean isClosed(List<ConnectionReport> before, ConnectionKind kind) {
        return !before.isEmpty()
                && before.getFirst().checked().contains(kind)
                && !before.getFirst().opens(kind);
    }
}
