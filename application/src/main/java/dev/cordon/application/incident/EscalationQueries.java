package dev.cordon.application.incident;

import dev.cordon.application.detection.Alerts;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.incident.FindingSeverity;
import dev.cordon.domain.incident.SeverityAssessment;
import dev.cordon.domain.incident.SeverityMatrix;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;

/** What an alert would become, shown before anybody decides. */
@Queries
public class EscalationQueries {

    private final Alerts alerts;
    private final Caller caller;
    private final InstantSource clock;

    EscalationQueries(Alerts alerts, Caller caller, InstantSource clock) {
        this.alerts = alerts;
        this.caller = caller;
        this.clock = clock;
    }

    /** The severity that {@link EscalateAlert} would compute now, with its reasons. */
    @Requires(Permission.INCIDENT_READ)
    public SeverityAssessment severity(AlertId id) {
        var finding = alerts.get(id, caller.scope()).finding();
        return SeverityMatrix.assess(FindingSeverity.inputsOf(finding, clock.instant()));
    }

    /** The alert as it stands now: while the attack goes on it grows under the reader's eyes. */
    @Requires(Permission.ALERT_READ)
    public Alert alert(AlertId id) {
        return alerts.get(id, caller.scope());
    }
}
