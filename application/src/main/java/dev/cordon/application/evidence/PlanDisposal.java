package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;

/** Proposes to dispose of an item; another person decides. */
@StreamingUseCase
public class PlanDisposal {

    public record Command(EvidenceId evidence, String purpose) {
        public Command {
            purpose = Purposes.required(purpose);
        }
    }

    private final Custodians custodians;
    private final Caller caller;
    private final InstantSource clock;

    PlanDisposal(Custodians custodians, Caller caller, InstantSource clock) {
        this.custodians = custodians;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.EVIDENCE_KEEP)
    public void plan(Command command) {
        custodians.change(
                command.evidence(),
                item -> item.planDisposal(command.purpose(), caller.person(), clock.instant()));
    }
}
