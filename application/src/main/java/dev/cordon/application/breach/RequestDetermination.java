package dev.cordon.application.breach;

import dev.cordon.application.detection.Alerts;
import dev.cordon.application.incident.Incidents;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.breach.Determination;
import dev.cordon.domain.breach.DeterminationId;
import dev.cordon.domain.breach.Exposure;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;

/** Asks who is affected. A job then asks the store; the answer may take minutes. */
@UseCase
public class RequestDetermination {

    public record Command(IncidentId incident) {}

    private final Incidents incidents;
    private final Alerts alerts;
    private final Determinations determinations;
    private final Caller caller;
    private final Ids ids;
    private final InstantSource clock;

    RequestDetermination(
            Incidents incidents,
            Alerts alerts,
            Determinations determinations,
            Caller caller,
            Ids ids,
            InstantSource clock) {
        this.incidents = incidents;
        this.alerts = alerts;
        this.determinations = determinations;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    @Requires(Permission.BREACH_ASSESS)
    public DeterminationId request(Command command) {
        var incident = incidents.get(command.incident(), caller.scope());
        var latest = determinations.latest(incident.id());
        if (latest.filter(Determination::isWaiting).isPresent()) {
            return latest.get().id();
        }
        var findings =
                alerts.escalatedInto(incident.id().value()).stream().map(Alert::finding).toList();
        if (findings.isEmpty()) {
            throw new IllegalTransition(
                    incident.reference().value(), "without an alert", "name a time of exposure");
        }
        var requested =
                Determination.request(
                        new DeterminationId(ids.next()),
                        incident.id(),
                        incident.store(),
                        Exposure.of(findings),
                        caller.person(),
                        clock.instant());
        determinations.save(requested);
        return requested.state().id();
    }
}
