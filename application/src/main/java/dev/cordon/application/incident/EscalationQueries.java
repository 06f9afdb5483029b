package dev.cordon.application.incident;

import dev.cordon.application.detection.AlertSummary;
import dev.cordon.application.detection.Alerts;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.AlertStatus;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.incident.SeverityAssessment;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** What an alert would become, shown before anybody decides, and whether that can be taken back. */
@Queries
public class EscalationQueries {

    private static final int FEW = 10;

    private final Alerts alerts;
    private final Incidents incidents;
    private final Timeline timeline;
    private final Caller caller;
    private final InstantSource clock;

    EscalationQueries(
            Alerts alerts,
            Incidents incidents,
            Timeline timeline,
            Caller caller,
            InstantSource clock) {
        this.alerts = alerts;
        this.incidents = incidents;
        this.timeline = timeline;
        this.caller = caller;
        this.clock = clock;
    }

    /** The severity that {@link EscalateAlert} would compute now, with its reasons. */
    @Requires(Permission.INCIDENT_READ)
    public SeverityAssessment severity(AlertId id, List<AlertId> along) {
        var all =
                Stream.concat(Stream.of(id), along.stream())
                        .map(each -> alerts.get(each, caller.scope()))
                        .toList();
        return Assessing.worst(all, clock.instant());
    }

    /** The alert as it stands now: while the attack goes on it grows under the reader's eyes. */
    @Requires(Permission.ALERT_READ)
    public Alert alert(AlertId id) {
        return alerts.get(id, caller.scope());
    }

    /**
     * Open alerts of its store that may come along: of its addresses first, then what is like it.
     */
    @Requires(Permission.ALERT_READ)
    public List<AlertSummary> companions(AlertId id) {
        var alert = alerts.get(id, caller.scope());
        return Stream.of(alerts.sharingAddresses(alert, FEW), alerts.similar(alert, FEW))
                .flatMap(List::stream)
                .filter(
                        each ->
                                each.status() == AlertStatus.NEW
                                        || each.status() == AlertStatus.TRIAGING)
                .distinct()
                .limit(FEW)
                .toList();
    }

    /** Whether {@link WithdrawIncident} would take the escalation back now. */
    @Requires(Permission.INCIDENT_READ)
    public boolean mayBeWithdrawn(IncidentId id) {
        return Untouched.is(incidents.get(id, caller.scope()), timeline);
    }
}
