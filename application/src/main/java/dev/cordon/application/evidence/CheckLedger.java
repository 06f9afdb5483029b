package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.evidence.ledger.LedgerAudit;
import dev.cordon.domain.evidence.ledger.LedgerFinding;
import dev.cordon.domain.evidence.ledger.LedgerFinding.What;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.util.List;

/**
 * Computes the whole ledger anew and holds it against every checkpoint, in memory that does not
 * grow with it. Changes nothing. For whoever may see every store, since it speaks of all.
 */
@StreamingUseCase
public class CheckLedger {

    /**
     * What it found.
     *
     * @param entries how many were checked
     * @param findings none if the ledger is whole; at most {@link LedgerAudit#LIMIT}
     */
    public record Report(long entries, List<LedgerFinding> findings) {}

    private final Ledger ledger;
    private final CheckpointKey key;
    private final LastCheckpoint last;
    private final UnitOfWork work;
    private final Caller caller;

    CheckLedger(
            Ledger ledger, CheckpointKey key, LastCheckpoint last, UnitOfWork work, Caller caller) {
        this.ledger = ledger;
        this.key = key;
        this.last = last;
        this.work = work;
        this.caller = caller;
    }

    /**
     * @throws IOException if what was signed last cannot be read; nothing was found out
     */
    @Requires(Permission.AUDIT_READ)
    public Report check() throws IOException {
        if (!(caller.scope() instanceof StoreScope.All)) {
            throw new NotFound("a ledger of some stores alone");
        }
        // Read first: what is signed meanwhile is in the database before it is kept outside.
        var kept = last.read();
        var extent = work.commit(ledger::extent);
        var audit = new LedgerAudit(key::open);
        // A forged checkpoint may claim any size; what is not stored is not walked through.
        long size = Math.min(extent.signed(), extent.entries());
        try (var pages = ledger.pages(0, size)) {
            pages.forEachRemaining(audit::check);
        }
        audit.ends(extent.entries(), extent.signed());
        work.run(() -> beside(audit));
        if (kept.isPresent()
                && !work.commit(() -> ledger.checkpoint(kept.get().size())).equals(kept)) {
            audit.found(LedgerFinding.about(What.ROLLED_BACK, "checkpoint " + kept.get().size()));
        }
        return new Report(size, audit.findings());
    }

    private void beside(LedgerAudit audit) {
        ledger.leftOut(LedgerAudit.LIMIT)
                .forEach(
                        leaf ->
                                audit.found(
                                        LedgerFinding.about(What.LEAF_LEFT_OUT, "leaf " + leaf)));
        ledger.unrecorded(LedgerAudit.LIMIT)
                .forEach(
                        link ->
                                audit.found(
                                        LedgerFinding.about(
                                                What.CUSTODY_UNRECORDED, "link " + link)));
    }
}
