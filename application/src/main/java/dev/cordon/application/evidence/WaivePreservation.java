package dev.cordon.application.evidence;

import dev.cordon.application.incident.Incidents;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.evidence.preservation.Loss;
import dev.cordon.domain.evidence.preservation.Waiver;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.people.Permission;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Decides that something need not be preserved before a step destroys it. Only a person does. */
@UseCase
public class WaivePreservation {

    /**
     * @param step the name of what is to be done
     * @param losses what may be lost
     * @param reason why it is not preserved first
     * @param lasts 24 hours at most
     */
    public record Command(
            IncidentId incident, String step, List<Loss> losses, String reason, Duration lasts) {
        public Command {
            losses = List.copyOf(losses);
            reason = Purposes.required(reason);
        }
    }

    private final Incidents incidents;
    private final Waivers waivers;
    private final Ids ids;
    private final Caller caller;
    private final InstantSource clock;

    WaivePreservation(
            Incidents incidents, Waivers waivers, Ids ids, Caller caller, InstantSource clock) {
        this.incidents = incidents;
        this.waivers = waivers;
        this.ids = ids;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.EVIDENCE_WAIVE)
    public Waiver waive(Command command) {
        var incident = incidents.get(command.incident(), caller.scope());
        var now = clock.instant();
        var waiver =
                new Waiver(
                        ids.next(),
                        incident.id(),
                        incident.store(),
                        command.step(),
                        command.losses().stream().map(Loss::text).toList(),
                        command.reason(),
                        caller.person(),
                        now,
                        now.plus(command.lasts()));
        waivers.add(Waiver.given(waiver));
        return waiver;
    }
}
