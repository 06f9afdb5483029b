package dev.cordon.application.incident;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;

/** A responder answers: from now on somebody works on it. */
@UseCase
public class AcknowledgeIncident {

    public record Command(IncidentId incident, Version seen) {}

    private final Incidents incidents;
    private final Caller caller;
    private final InstantSource clock;

    AcknowledgeIncident(Incidents incidents, Caller caller, InstantSource clock) {
        this.incidents = incidents;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.INCIDENT_RESPOND)
    public void acknowledge(Command command) {
        var incident = incidents.get(command.incident(), command.seen(), caller.scope());
        incidents.save(incident.acknowledge(caller.person(), clock.instant()));
    }
}
