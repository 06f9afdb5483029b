package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;

/** Refuses a proposal to dispose of an item, or takes it back. */
@StreamingUseCase
public class RefuseDisposal {

    public record Command(EvidenceId evidence, String purpose) {
        public Command {
            purpose = Purposes.required(purpose);
        }
    }

    private final Custodians custodians;
    private final Caller caller;
    private final InstantSource clock;

    RefuseDisposal(Custodians custodians, Caller caller, InstantSource clock) {
        this.custodians = custodians;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.EVIDENCE_KEEP)
    public void refuse(Command command) {
        custodians.change(
                command.evidence(),
                item -> item.refuseDisposal(command.purpose(), caller.person(), clock.instant()));
    }
}
