package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;

/** Ends the hold of one matter; holds of others stay. */
@StreamingUseCase
public class ReleaseEvidence {

    public record Command(EvidenceId evidence, String matter, String purpose) {
        public Command {
            purpose = Purposes.required(purpose);
        }
    }

    private final Custodians custodians;
    private final Caller caller;
    private final InstantSource clock;

    ReleaseEvidence(Custodians custodians, Caller caller, InstantSource clock) {
        this.custodians = custodians;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.EVIDENCE_KEEP)
    public void release(Command command) {
        custodians.change(
                command.evidence(),
                item ->
                        item.release(
                                command.matter(),
                                command.purpose(),
                                caller.person(),
                                clock.instant()));
    }
}
