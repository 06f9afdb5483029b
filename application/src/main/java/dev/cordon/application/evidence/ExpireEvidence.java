package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;

/**
 * Ends what was kept long enough: not what a legal hold needs, and nothing of an incident that is
 * still open. Doing it again changes nothing.
 */
@StreamingUseCase
public class ExpireEvidence {

    private static final int BATCH = 200;

    private final EvidenceItems items;
    private final Custodians custodians;
    private final UnitOfWork work;
    private final Caller caller;
    private final InstantSource clock;

    ExpireEvidence(
            EvidenceItems items,
            Custodians custodians,
            UnitOfWork work,
            Caller caller,
            InstantSource clock) {
        this.items = items;
        this.custodians = custodians;
        this.work = work;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.EVIDENCE_KEEP)
    public void expire() {
        var over = work.commit(() -> items.over(clock.instant(), BATCH));
        for (var item : over) {
            custodians.change(item.id(), now -> now.expire(caller.actor(), clock.instant()));
        }
    }
}
