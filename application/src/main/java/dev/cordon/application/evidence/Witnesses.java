package dev.cordon.application.evidence;

import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.evidence.ledger.Anchor;
import dev.cordon.domain.evidence.ledger.LedgerAudit;
import dev.cordon.domain.evidence.ledger.LedgerFinding;
import dev.cordon.domain.evidence.ledger.LedgerFinding.What;
import dev.cordon.domain.evidence.ledger.SignedCheckpoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Holds the database against what was said of the ledger elsewhere: the last checkpoint kept in the
 * data folder, the mirror's, and the time stamps; and holds the revisions against their leaves.
 */
@Supporting
class Witnesses {

    private static final int PAGE = 500;

    private final Ledger ledger;
    private final CheckpointKey key;
    private final LedgerMirror mirror;
    private final MirrorMark mark;
    private final Anchors anchors;
    private final TimeStamps stamps;
    private final RecordedRevisions revisions;

    Witnesses(
            Ledger ledger,
            CheckpointKey key,
            LedgerMirror mirror,
            MirrorMark mark,
            Anchors anchors,
            TimeStamps stamps,
            RecordedRevisions revisions) {
        this.ledger = ledger;
        this.key = key;
        this.mirror = mirror;
        this.mark = mark;
        this.anchors = anchors;
        this.stamps = stamps;
        this.revisions = revisions;
    }

    /** Compares the mirror, within a transaction. */
    void mirror(LedgerAudit audit) {
        if (!mirror.isSet()) {
            return;
        }
        try {
            if (!read(audit) && mark.isMade()) {
                audit.found(LedgerFinding.about(What.MIRROR_MISSING, "the mirror's file"));
            }
        } catch (IOException away) {
            audit.found(LedgerFinding.about(What.MIRROR_AWAY, "the mirror"));
        }
    }

    private boolean read(LedgerAudit audit) throws IOException {
        var comparison = new Comparison(audit);
        boolean there =
                mirror.read(
                        comparison::take,
                        line ->
                                audit.found(
                                        LedgerFinding.about(What.MIRROR_ALTERED, "line " + line)));
        comparison.end();
        return there;
    }

    /** Of what the mirror has, page by page in its order, with what is stored. */
    private final class Comparison {

        private final LedgerAudit audit;
        private final List<SignedCheckpoint> page = new ArrayList<>();
        private long last;
        private long same;

        Comparison(LedgerAudit audit) {
            this.audit = audit;
        }

        void take(SignedCheckpoint mirrored) {
            page.add(mirrored);
            if (page.size() == PAGE) {
                compare();
            }
        }

        void end() {
            compare();
            long gone = ledger.checkpointsUpTo(last) - same;
            if (gone > 0) {
                audit.found(
                        LedgerFinding.about(
                                What.MIRROR_ALTERED, gone + " checkpoints are not in the mirror"));
            }
        }

        private void compare() {
            var sizes = page.stream().map(SignedCheckpoint::size).toList();
            Map<Long, SignedCheckpoint> stored =
                    ledger.checkpoints(sizes).stream()
                            .collect(Collectors.toMap(SignedCheckpoint::size, Function.identity()));
            long newest = ledger.newest().map(SignedCheckpoint::size).orElse(0L);
            for (var one : page) {
                var here = stored.get(one.size());
                if (one.size() > last && here != null) {
                    last = one.size();
                    same++;
                }
                if (!one.equals(here)) {
                    audit.found(
                            LedgerFinding.about(
                                    differs(one, here == null, newest),
                                    "checkpoint " + one.size() + " of the mirror"));
                }
            }
            page.clear();
        }

        private What differs(SignedCheckpoint mirrored, boolean isGone, long newest) {
            if (key.open(mirrored).isEmpty()) {
                return What.MIRROR_ALTERED;
            }
            if (!isGone) {
                return What.FORKED;
            }
            return mirrored.size() > newest ? What.ROLLED_BACK : What.CHECKPOINT_REMOVED;
        }
    }

    /** Checks every time stamp against its checkpoint and its leaf, within a transaction. */
    void anchors(LedgerAudit audit) {
        anchors.missing(LedgerAudit.LIMIT)
                .forEach(subject -> audit.found(LedgerFinding.about(What.ANCHOR_MISSING, subject)));
        var altered = new HashSet<>(anchors.altered(LedgerAudit.LIMIT));
        altered.forEach(subject -> audit.found(LedgerFinding.about(What.ANCHOR_ALTERED, subject)));
        for (var page = anchors.after(0, PAGE);
                !page.isEmpty();
                page = anchors.after(page.getLast().size(), PAGE)) {
            for (var anchor : page) {
                if (!altered.contains(anchor.subject()) && isBroken(anchor)) {
                    audit.found(LedgerFinding.about(What.ANCHOR_BROKEN, anchor.subject()));
                }
            }
        }
    }

    /** Checks every revision of audited rows against its leaf. */
    void revisions(LedgerAudit audit) {
        revisions
                .missing(LedgerAudit.LIMIT)
                .forEach(number -> found(audit, What.REVISION_MISSING, number));
        for (var page = revisions.after(0, PAGE);
                page.last() > 0;
                page = revisions.after(page.last(), PAGE)) {
            page.unrecorded().forEach(number -> found(audit, What.REVISION_UNRECORDED, number));
            page.altered().forEach(number -> found(audit, What.REVISION_ALTERED, number));
        }
    }

    private static void found(LedgerAudit audit, What what, Object revision) {
        audit.found(LedgerFinding.about(what, "revision " + revision));
    }

    private boolean isBroken(Anchor anchor) {
        var checkpoint = ledger.checkpoint(anchor.size());
        return checkpoint.isEmpty()
                || stamps.check(anchor, Anchor.imprint(checkpoint.get())).isPresent();
    }
}
