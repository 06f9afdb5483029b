package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.evidence.preservation.Answer;
import dev.cordon.domain.evidence.preservation.Loss;
import dev.cordon.domain.evidence.preservation.Preservation;
import dev.cordon.domain.evidence.preservation.Waiver;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says before a step whether what it destroys is preserved, or a named person decided that it need
 * not be. Content that may count is hashed anew: what is said holds now.
 */
@StreamingUseCase
public class CheckPreservation {

    /**
     * @param step the name of what is to be done, the same for its waivers
     * @param losses what it destroys
     */
    public record Command(IncidentId incident, String step, List<Loss> losses) {
        private static final int MOST = 100;

        public Command {
            losses = List.copyOf(losses);
            if (losses.isEmpty() || losses.size() > MOST) {
                throw new IllegalArgumentException(
                        "a step destroys 1 to " + MOST + " things; ask for more one by one");
            }
        }
    }

    /**
     * About one of them.
     *
     * @param waiver who decided that it need not be preserved; null if nobody did, or it is
     */
    public record Checked(Answer answer, @Nullable Waiver waiver) {
        /** Whether it may be destroyed. */
        public boolean mayGo() {
            return answer.isPreserved() || waiver != null;
        }
    }

    private final Preserving preserving;
    private final Caller caller;
    private final InstantSource clock;

    CheckPreservation(Preserving preserving, Caller caller, InstantSource clock) {
        this.preserving = preserving;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @return an answer for each, in their order
     * @throws IOException if the vault cannot be read
     */
    @Requires(Permission.EVIDENCE_READ)
    public List<Checked> check(Command command) throws IOException {
        var incident = preserving.incident(command.incident(), caller.scope());
        var held = preserving.held(incident);
        var waived = preserving.waived(incident);
        var now = clock.instant();
        var checked = new ArrayList<Checked>();
        for (var loss : command.losses()) {
            var answer = Preservation.of(loss, held);
            var waiver =
                    answer.isPreserved()
                            ? null
                            : waived.stream()
                                    .filter(given -> given.covers(command.step(), loss, now))
                                    .findFirst()
                                    .orElse(null);
            checked.add(new Checked(answer, waiver));
        }
        return checked;
    }
}
