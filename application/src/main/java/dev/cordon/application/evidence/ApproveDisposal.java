package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;

/**
 * Agrees to dispose of an item: another person than the one who proposed it, and to exactly what
 * they saw. A job destroys the content next.
 */
@StreamingUseCase
public class ApproveDisposal {

    public record Command(EvidenceId evidence, Version seen) {}

    private final Custodians custodians;
    private final Caller caller;
    private final InstantSource clock;

    ApproveDisposal(Custodians custodians, Caller caller, InstantSource clock) {
        this.custodians = custodians;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @throws StaleVersion if the item was changed since the caller saw it
     */
    @Requires(Permission.EVIDENCE_KEEP)
    public void approve(Command command) {
        custodians.change(
                command.evidence(),
                item -> {
                    if (!item.version().equals(command.seen())) {
                        throw new StaleVersion(item.label(), command.seen());
                    }
                    return item.approveDisposal(caller.person(), clock.instant());
                });
    }
}
