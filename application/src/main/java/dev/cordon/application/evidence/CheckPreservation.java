package dev.cordon.application.evidence;

import dev.cordon.application.evidence.PreservationGate.Checked;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.evidence.preservation.Loss;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.util.List;

/** Says before a step what {@link PreservationGate} says to whoever does it. */
@StreamingUseCase
public class CheckPreservation {

    /**
     * @param step the name of what is to be done, the same for its waivers
     * @param losses what it destroys
     */
    public record Command(IncidentId incident, String step, List<Loss> losses) {
        public Command {
            losses = List.copyOf(losses);
        }
    }

    private final PreservationGate gate;
    private final Caller caller;

    CheckPreservation(PreservationGate gate, Caller caller) {
        this.gate = gate;
        this.caller = caller;
    }

    /**
     * @return an answer for each, in their order
     * @throws IOException if the vault cannot be read
     */
    @Requires(Permission.EVIDENCE_READ)
    public List<Checked> check(Command command) throws IOException {
        return gate.check(command.incident(), command.step(), command.losses(), caller.scope());
    }
}
