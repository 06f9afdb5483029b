package dev.cordon.application.incident;

import dev.cordon.application.detection.Alerts;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;
import java.util.List;

/**
 * Takes an escalation back while nothing was done in the incident: it ends as withdrawn, and its
 * alerts are open again, with whoever had them. Both stay in the history.
 */
@UseCase
public class WithdrawIncident {

    /** What came of it. */
    public sealed interface Outcome {
        record Withdrawn(List<AlertId> alerts) implements Outcome {}
    }

    /** Why it was not done; nothing was stored. */
    public enum Refused implements Outcome {
        WORK_HAS_BEGUN
    }

    private final Alerts alerts;
    private final Incidents incidents;
    private final Timeline timeline;
    private final Caller caller;
    private final InstantSource clock;

    WithdrawIncident(
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

    @Requires(Permission.INCIDENT_RESPOND)
    public Outcome withdraw(IncidentId id) {
        var incident = incidents.get(id, caller.scope());
        if (!Untouched.is(incident, timeline)) {
            return Refused.WORK_HAS_BEGUN;
        }
        var now = clock.instant();
        incidents.save(incident.withdraw(caller.person(), now));
        var back = alerts.escalatedInto(id.value());
        back.forEach(alert -> alerts.save(alert.deescalate(caller.actor(), now)));
        return new Outcome.Withdrawn(back.stream().map(Alert::id).toList());
    }
}
