package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;

/** Refuses an item that was offered to the caller, or takes the caller's own offer back. */
@StreamingUseCase
public class DeclineEvidence {

    public record Command(EvidenceId evidence, String purpose) {
        public Command {
            purpose = Purposes.required(purpose);
        }
    }

    private final Custodians custodians;
    private final Caller caller;
    private final InstantSource clock;

    DeclineEvidence(Custodians custodians, Caller caller, InstantSource clock) {
        this.custodians = custodians;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.EVIDENCE_COLLECT)
    public void decline(Command command) {
        custodians.change(
                command.evidence(),
                item -> item.decline(command.purpose(), caller.person(), clock.instant()));
    }
}
