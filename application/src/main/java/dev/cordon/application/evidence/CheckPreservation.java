package dev.cordon.application.evidence;

import dev.cordon.application.evidence.PreservationGate.Checked;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Progress;
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
     * @param progress told of the bytes of what the answers rest on, while that is hashed; it
     *     becomes more where something is not intact and the answers rest on something else
     */
    public record Command(IncidentId incident, String step, List<Loss> losses, Progress progress) {
        public Command {
            losses = List.copyOf(losses);
        }

        public Command(IncidentId incident, String step, List<Loss> losses) {
            this(incident, step, losses, Progress.UNWATCHED);
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
        return gate.check(
                command.incident(),
                command.step(),
                command.losses(),
                caller.scope(),
                command.progress());
    }
}
