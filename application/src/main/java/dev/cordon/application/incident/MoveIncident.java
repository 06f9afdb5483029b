package dev.cordon.application.incident;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.incident.Stage;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;

/** Moves an incident to its next stage, with a message. */
@UseCase
public class MoveIncident {

    public record Command(IncidentId incident, Version seen, Stage to, String message) {}

    private final Incidents incidents;
    private final Caller caller;
    private final InstantSource clock;

    MoveIncident(Incidents incidents, Caller caller, InstantSource clock) {
        this.incidents = incidents;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.INCIDENT_RESPOND)
    public void move(Command command) {
        var incident = incidents.get(command.incident(), command.seen(), caller.scope());
        incidents.save(
                incident.moveTo(command.to(), command.message(), caller.actor(), clock.instant()));
    }
}
