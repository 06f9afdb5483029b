package dev.cordon.application.evidence;

import dev.cordon.application.incident.Incidents;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
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

    /**
     * @param goOn asked between two items; false ends the run, to be gone on with
     */
    public record Command(BooleanSupplier goOn) {}

    private final EvidenceItems items;
    private final Incidents incidents;
    private final Custodians custodians;
    private final UnitOfWork work;
    private final Caller caller;
    private final InstantSource clock;

    ExpireEvidence(
            EvidenceItems items,
            Incidents incidents,
            Custodians custodians,
            UnitOfWork work,
            Caller caller,
            InstantSource clock) {
        this.items = items;
        this.incidents = incidents;
        this.custodians = custodians;
        this.work = work;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * What cannot be ended is passed over, however much of it there is.
     *
     * @return true if it was broken off, so that it is worth while to go on at once
     */
    @Requires(Permission.EVIDENCE_KEEP)
    public boolean expire(Command command) {
        var now = clock.instant();
        var over = work.commit(() -> items.over(now, null, BATCH));
        while (!over.isEmpty()) {
            for (var item : over) {
                if (!command.goOn().getAsBoolean()) {
                    return true;
                }
                end(item);
            }
            var last = over.getLast();
            over = work.commit(() -> items.over(now, last, BATCH));
        }
        return false;
    }

    private void end(EvidenceItem item) {
        try {
            custodians.change(item.id(), this::expired);
        } catch (RuntimeException refused) {
            LOG.warn("evidence that is over could not be ended item={}", item.id(), refused);
        }
    }

    /** Looks at the incident once more: it may have been opened again meanwhile. */
    private Transition<EvidenceItem> expired(EvidenceItem item) {
        var incident = incidents.get(item.incident(), StoreScope.ALL);
        if (!incident.stage().isOver()) {
            throw new IllegalTransition(
                    item.label(), "part of an incident that is open again", "be disposed of");
        }
        return item.expire(caller.actor(), clock.instant());
    }
}
