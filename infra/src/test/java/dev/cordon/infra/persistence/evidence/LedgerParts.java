package dev.cordon.infra.persistence.evidence;

import dev.cordon.application.evidence.Anchors;
import dev.cordon.application.evidence.CheckpointKey;
import dev.cordon.application.evidence.Lags;
import dev.cordon.application.evidence.Ledger;
import dev.cordon.application.evidence.LedgerByHand;
import dev.cordon.application.evidence.LedgerMirror;
import dev.cordon.application.evidence.LedgerSequence;
import dev.cordon.application.evidence.MirrorMark;
import dev.cordon.application.evidence.Packages;
import dev.cordon.application.evidence.RecordedRevisions;
import dev.cordon.application.evidence.TimeStamps;
import dev.cordon.application.evidence.Transfers;
import dev.cordon.application.evidence.Waivers;
import dev.cordon.application.evidence.WatchRuns;
import dev.cordon.application.kernel.UnitOfWork;
import java.time.InstantSource;
import org.springframework.boot.test.context.TestComponent;

/** What a ledger on PostgreSQL consists of. */
@TestComponent
public record LedgerParts(
        Ledger ledger,
        LedgerSequence sequence,
        CheckpointKey key,
        UnitOfWork work,
        Anchors anchors,
        Lags lags,
        MirrorMark mark,
        RecordedRevisions revisions,
        Packages packages,
        Waivers waivers,
        Transfers transfers,
        WatchRuns runs) {

    public LedgerByHand byHand(InstantSource clock, TimeStamps stamps, LedgerMirror mirror) {
        return byHand(key, clock, stamps, mirror);
    }

    /** As after a restart with that key. */
    LedgerByHand byHand(
            CheckpointKey key, InstantSource clock, TimeStamps stamps, LedgerMirror mirror) {
        return new LedgerByHand(
                ledger,
                sequence,
                key,
                work,
                clock,
                new LedgerByHand.Outside(
                        anchors, stamps, lags, mirror, mark, revisions, packages, waivers,
                        transfers, runs));
    }
}
