package dev.cordon.application.incident;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.incident.Stage;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;

/** Ends an incident, closed or declined, with a message. */
@UseCase
public class EndIncident {

    public record Command(IncidentId incident, Version seen, Stage to, String message) {}

    private final Incidents incidents;
    private final Caller caller;
    private final InstantSource clock;

    EndIncident(Incidents incidents, Caller caller, InstantSource clock) {
        this.incidents = incidents;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.INCIDENT_COMMAND)
    public void end(Command command) {
        var incident = incidents.get(command.incident(), command.seen(), caller.scope());
        incidents.save(
                incident.end(command.to(), command.message(), caller.person(), clock.instant()));
    }
}
