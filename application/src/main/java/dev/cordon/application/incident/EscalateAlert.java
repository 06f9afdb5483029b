package dev.cordon.application.incident;

import dev.cordon.application.detection.Alerts;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.incident.Codename;
import dev.cordon.domain.incident.FindingSeverity;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.incident.IncidentTimes;
import dev.cordon.domain.incident.Reference;
import dev.cordon.domain.incident.SeverityMatrix;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** Makes an alert an incident; its severity is computed from what the alert shows. */
@UseCase
public class EscalateAlert {

    public record Command(AlertId alert, Version seen, String title) {}

    private final Alerts alerts;
    private final Incidents incidents;
    private final Caller caller;
    private final Ids ids;
    private final InstantSource clock;

    EscalateAlert(Alerts alerts, Incidents incidents, Caller caller, Ids ids, InstantSource clock) {
        this.alerts = alerts;
        this.incidents = incidents;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    @Requires(Permission.INCIDENT_RESPOND)
    public IncidentId escalate(Command command) {
        var alert = alerts.get(command.alert(), command.seen(), caller.scope());
        var now = clock.instant();
        var number = incidents.nextNumber(now.atZone(ZoneOffset.UTC).getYear());
        var declared =
                Incident.declare(
                        new IncidentId(ids.next()),
                        alert.store(),
                        Reference.of(now.atZone(ZoneOffset.UTC).getYear(), number),
                        Codename.of(number),
                        command.title(),
                        alert.mode(),
                        SeverityMatrix.assess(FindingSeverity.inputsOf(alert.finding(), now)),
                        IncidentTimes.declared(alert.occurredAt(), alert.detectedAt(), now),
                        caller.actor());
        incidents.save(declared);
        alerts.save(alert.escalate(declared.state().id().value(), caller.actor(), now));
        return declared.state().id();
    }
}
