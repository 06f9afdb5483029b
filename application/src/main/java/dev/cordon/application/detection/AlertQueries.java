package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Page;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.AlertStatus;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.Permission;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Alerts, for those who may read them. */
@Queries
public class AlertQueries {

    private static final int FEW = 10;
    private static final Set<AlertStatus> MAY_TAKE_IN =
            EnumSet.of(AlertStatus.NEW, AlertStatus.TRIAGING, AlertStatus.ESCALATED);

    private final Alerts alerts;
    private final Caller caller;

    AlertQueries(Alerts alerts, Caller caller) {
        this.alerts = alerts;
        this.caller = caller;
    }

    @Requires(Permission.ALERT_READ)
    public Alert alert(AlertId id) {
        return alerts.get(id, caller.scope());
    }

    @Requires(Permission.ALERT_READ)
    public Page<Alert> list(Alerts.Filter filter, Page.Request page) {
        return alerts.list(filter, caller.scope(), page);
    }

    @Requires(Permission.ALERT_READ)
    public Page<AlertSummary> lines(Alerts.Filter filter, Page.Request page) {
        return alerts.lines(filter, caller.scope(), page);
    }

    /** At most one more than {@link Alerts#MOST_COUNTED}. */
    @Requires(Permission.ALERT_READ)
    public int count(Alerts.Filter filter) {
        return alerts.count(filter, caller.scope());
    }

    /** The alerts that became that incident. */
    @Requires(Permission.ALERT_READ)
    public List<Alert> escalatedInto(UUID incident) {
        return alerts.escalatedInto(incident).stream()
                .filter(alert -> caller.scope().covers(alert.store()))
                .toList();
    }

    /** What the addresses of an alert did elsewhere in its store, newest first. */
    @Requires(Permission.ALERT_READ)
    public List<AlertSummary> elsewhere(AlertId id) {
        return alerts.sharingAddresses(alerts.get(id, caller.scope()), FEW);
    }

    /** Alerts of the same store and kind, or against the same accounts, newest first. */
    @Requires(Permission.ALERT_READ)
    public List<AlertSummary> similar(AlertId id) {
        return alerts.similar(alerts.get(id, caller.scope()), FEW);
    }

    /**
     * What an alert may belong to: open and escalated ones of its store, those that are like it
     * first.
     */
    @Requires(Permission.ALERT_READ)
    public List<AlertSummary> mergeTargets(AlertId id) {
        var alert = alerts.get(id, caller.scope());
        var open = Alerts.Filter.OPEN.in(alert.store());
        return Stream.of(
                        alerts.sharingAddresses(alert, FEW),
                        alerts.similar(alert, FEW),
                        alerts.lines(open, caller.scope(), Page.Request.first(2 * FEW)).items())
                .flatMap(List::stream)
                .filter(each -> !each.id().equals(id) && MAY_TAKE_IN.contains(each.status()))
                .distinct()
                .limit(2 * FEW)
                .toList();
    }

    /** By hour and kind, how many addresses began to attack since that moment. */
    @Requires(Permission.ALERT_READ)
    public List<Beginnings> beginnings(Instant since) {
        return alerts.beginnings(since, caller.scope());
    }

    /** How detection's alerts of a store since then were resolved, for each rule. */
    @Requires(Permission.ALERT_READ)
    public List<RuleTally> tallies(StoreId store, Instant detectedSince) {
        if (!caller.scope().covers(store)) {
            throw new NotFound("store " + store);
        }
        return alerts.tallies(store, detectedSince);
    }
}
