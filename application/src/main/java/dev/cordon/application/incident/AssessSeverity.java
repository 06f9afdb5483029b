package dev.cordon.application.incident;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.incident.SeverityInputs;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;

/** Computes the severity anew from what is known now. */
@UseCase
public class AssessSeverity {

    public record Command(
            IncidentId incident, Version seen, SeverityInputs inputs, String reason) {}

    private final Incidents incidents;
    private final Caller caller;
    private final InstantSource clock;

    AssessSeverity(Incidents incidents, Caller caller, InstantSource clock) {
        this.incidents = incidents;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.INCIDENT_RESPOND)
    public void assess(Command command) {
        var incident = incidents.get(command.incident(), command.seen(), caller.scope());
        incidents.save(
                incident.reassess(
                        command.inputs(), command.reason(), caller.actor(), clock.instant()));
    }
}
