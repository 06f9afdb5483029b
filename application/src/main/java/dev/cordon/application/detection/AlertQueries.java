package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Page;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.people.Permission;
import java.util.List;
import java.util.UUID;

/** Alerts, for those who may read them. */
@Queries
public class AlertQueries {

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
}
