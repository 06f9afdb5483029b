package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.people.Permission;
import java.time.Instant;
import java.time.InstantSource;

/** Changes until when an item is kept. */
@StreamingUseCase
public class KeepEvidence {

    public record Command(EvidenceId evidence, Instant until, String purpose) {
        public Command {
            purpose = Purposes.required(purpose);
        }
    }

    private final Custodians custodians;
    private final Caller caller;
    private final InstantSource clock;

    KeepEvidence(Custodians custodians, Caller caller, InstantSource clock) {
        this.custodians = custodians;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.EVIDENCE_KEEP)
    public void keep(Command command) {
        custodians.change(
                command.evidence(),
                item ->
                        item.keep(
                                command.until(),
                                command.purpose(),
                                caller.person(),
                                clock.instant()));
    }
}
