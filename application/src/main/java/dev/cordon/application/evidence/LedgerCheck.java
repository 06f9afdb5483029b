package dev.cordon.application.evidence;

import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.evidence.ledger.Frontier;
import dev.cordon.domain.evidence.ledger.LedgerAudit;
import dev.cordon.domain.evidence.ledger.LedgerFinding;
import dev.cordon.domain.evidence.ledger.LedgerFinding.What;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/** Holds the stored ledger against what it is computed to be, and against all beside it. */
@Supporting
class LedgerCheck {

    private final Ledger ledger;
    private final CheckpointKey key;
    private final LastCheckpoint last;
    private final Witnesses witnesses;
    private final RecordCheck records;
    private final UnitOfWork work;

    LedgerCheck(
            Ledger ledger,
            CheckpointKey key,
            LastCheckpoint last,
            Witnesses witnesses,
            RecordCheck records,
            UnitOfWork work) {
        this.ledger = ledger;
        this.key = key;
        this.last = last;
        this.witnesses = witnesses;
        this.records = records;
        this.work = work;
    }

    /** An audit that goes on from a tree that was found whole. */
    LedgerAudit from(Frontier tree, long signed) {
        return new LedgerAudit(key::open, tree, signed);
    }

    /** Checks the entries between two positions, as far as it may go on. */
    void walk(LedgerAudit audit, long from, long to, BooleanSupplier goOn) {
        try (var pages = ledger.pages(from, to)) {
            while (pages.hasNext() && goOn.getAsBoolean()) {
                audit.check(pages.next());
            }
        }
    }

    /**
     * Checks what is beside the tree: leaves and links, revisions, what else has a leaf, and what
     * was said of the ledger elsewhere.
     *
     * @throws IOException if what was signed last cannot be read; nothing was found out
     */
    void beside(LedgerAudit audit) throws IOException {
        // Read first: what is signed meanwhile is in the database before it is kept outside.
        var kept = last.read();
        work.run(() -> leaves(audit));
        work.run(() -> witnesses.anchors(audit));
        work.run(() -> witnesses.revisions(audit));
        work.run(() -> witnesses.mirror(audit));
        work.run(() -> records.check(audit));
        if (kept.isPresent()
                && !work.commit(() -> ledger.checkpoint(kept.get().size())).equals(kept)) {
            audit.found(LedgerFinding.about(What.ROLLED_BACK, "checkpoint " + kept.get().size()));
        }
    }

    private void leaves(LedgerAudit audit) {
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
