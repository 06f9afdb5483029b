package dev.cordon.application.incident;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;

/** Takes command of an incident, also from somebody else. */
@UseCase
public class TakeCommand {

    public record Command(IncidentId incident, Version seen) {}

    private final Incidents incidents;
    private final Caller caller;
    private final InstantSource clock;

    TakeCommand(Incidents incidents, Caller caller, InstantSource clock) {
        this.incidents = incidents;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.INCIDENT_COMMAND)
    public void take(Command command) {
        var incident = incidents.get(command.incident(), command.seen(), caller.scope());
        incidents.save(incident.takeCommand(caller.person(), clock.instant()));
    }
}
