package dev.cordon.application.incident;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.incident.Severity;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;

/** Decides a severity against the matrix, with a reason. */
@UseCase
public class OverrideSeverity {

    public record Command(IncidentId incident, Version seen, Severity severity, String reason) {}

    private final Incidents incidents;
    private final Caller caller;
    private final InstantSource clock;

    OverrideSeverity(Incidents incidents, Caller caller, InstantSource clock) {
        this.incidents = incidents;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.INCIDENT_COMMAND)
    public void override(Command command) {
        var incident = incidents.get(command.incident(), command.seen(), caller.scope());
        incidents.save(
                incident.overrideSeverity(
                        command.severity(), command.reason(), caller.person(), clock.instant()));
    }
}
