package dev.cordon.application.evidence;

import dev.cordon.application.evidence.IntegrityWatch.Cursor;
import dev.cordon.application.evidence.IntegrityWatch.Difference;
import dev.cordon.application.evidence.IntegrityWatch.Watched;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.evidence.ledger.Frontier;
import dev.cordon.domain.evidence.ledger.LedgerAudit;
import dev.cordon.domain.evidence.ledger.LedgerFinding;
import dev.cordon.domain.evidence.ledger.LedgerFinding.What;
import java.io.IOException;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes on computing the ledger anew where it last stopped, as far as it has grown; and once a day
 * from its beginning, with everything beside the tree.
 */
@Supporting
class LedgerWatch {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerWatch.class);

    /** A run checks so many entries at most, so that others get their turn. */
    private static final long STRETCH = 100_000;

    private final IntegrityWatch watch;
    private final WatchRhythm rhythm;
    private final Ledger ledger;
    private final LedgerCheck check;
    private final IntegrityAlerts alerts;
    private final UnitOfWork work;
    private final InstantSource clock;

    LedgerWatch(
            IntegrityWatch watch,
            WatchRhythm rhythm,
            Ledger ledger,
            LedgerCheck check,
            IntegrityAlerts alerts,
            UnitOfWork work,
            InstantSource clock) {
        this.watch = watch;
        this.rhythm = rhythm;
        this.ledger = ledger;
        this.check = check;
        this.alerts = alerts;
        this.work = work;
        this.clock = clock;
    }

    /** True if there is more to do at once. */
    boolean look(BooleanSupplier goOn) throws IOException {
        var now = clock.instant();
        var before = work.commit(watch::cursor);
        boolean anew =
                before.filter(one -> one.begunAt().plus(rhythm.ledger()).isAfter(now)).isEmpty();
        var cursor = anew ? new Cursor(Frontier.EMPTY, 0, now) : before.get();
        var extent = work.commit(ledger::extent);
        long end = Math.min(extent.signed(), extent.entries());
        long to = Math.min(end, cursor.frontier().size() + STRETCH);
        var audit = check.from(cursor.frontier(), cursor.signed());
        check.walk(audit, cursor.frontier().size(), to, goOn);
        if (anew) {
            check.beside(audit);
        }
        if (end < cursor.frontier().size()) {
            audit.found(LedgerFinding.about(What.ROLLED_BACK, "entry " + cursor.frontier().size()));
        }
        if (to == end) {
            audit.ends(extent.entries(), extent.signed());
        }
        var first =
                audit.findings().stream()
                        .filter(finding -> finding.what() != What.MIRROR_AWAY)
                        .findFirst()
                        .orElse(null);
        work.run(() -> record(first, audit, cursor, anew));
        return first == null && audit.frontier().size() < end;
    }

    /** A tree that differs is not gone on with: the next day's look begins again. */
    private void record(
            @Nullable LedgerFinding first, LedgerAudit audit, Cursor cursor, boolean anew) {
        var known = watch.of(IntegrityWatch.LEDGER).map(Watched::difference);
        Difference difference = null;
        if (first != null) {
            var what = text(first);
            difference =
                    known.filter(one -> one.what().equals(what)).orElseGet(() -> differs(what));
        } else if (!anew) {
            difference = known.orElse(null);
        }
        watch.put(new Watched(IntegrityWatch.LEDGER, null, clock.instant(), difference));
        watch.put(new Cursor(audit.frontier(), audit.signed(), cursor.begunAt()));
    }

    /** In every store that has evidence: it is all of theirs. */
    private Difference differs(String what) {
        LOG.error("the ledger differs what={}", what);
        var now = clock.instant();
        var alert =
                alerts.tellAll(
                        IntegrityWatch.LEDGER,
                        "The ledger of evidence is not what it was",
                        what,
                        now);
        return new Difference(what, now, alert);
    }

    private static String text(LedgerFinding finding) {
        return finding.subject() != null
                ? finding.what() + ": " + finding.subject()
                : "%s: entries %d to %d".formatted(finding.what(), finding.first(), finding.last());
    }
}
