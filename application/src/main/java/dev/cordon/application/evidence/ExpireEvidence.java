package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what was kept long enough: not what a legal hold needs, and nothing of an incident that is
 * still open. Doing it again changes nothing.
 */
@StreamingUseCase
public class ExpireEvidence {

    private static final Logger LOG = LoggerFactory.getLogger(ExpireEvidence.class);
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
            try {
                custodians.change(item.id(), now -> now.expire(caller.actor(), clock.instant()));
            } catch (RuntimeException refused) {
                LOG.warn("evidence that is over could not be ended item={}", item.id(), refused);
            }
        }
    }
}
