package dev.cordon.application.evidence;

import dev.cordon.application.detection.Alerts;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.kernel.TestCaller;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.domain.evidence.CustodyChain;
import dev.cordon.domain.evidence.ledger.SignedCheckpoint;
import dev.cordon.domain.evidence.ledger.Standing;
import dev.cordon.domain.kernel.StoreScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** The ledger's use cases on the ports given, for somebody who may see every store. */
public final class LedgerByHand implements LastCheckpoint {

    private final Ledger ledger;
    private final LedgerSequence sequence;
    private final CheckpointKey key;
    private final UnitOfWork work;
    private final InstantSource clock;
    private final Outside outside;
    private Optional<SignedCheckpoint> last = Optional.empty();

    /** Who vouches for it. */
    public record Outside(
            Anchors anchors,
            TimeStamps stamps,
            Lags lags,
            LedgerMirror mirror,
            MirrorMark mark,
            RecordedRevisions revisions,
            Packages packages,
            Waivers waivers,
            Transfers transfers,
            WatchRuns runs) {}

    public LedgerByHand(
            Ledger ledger,
            LedgerSequence sequence,
            CheckpointKey key,
            UnitOfWork work,
            InstantSource clock,
            Outside outside) {
        this.outside = outside;
        this.ledger = ledger;
        this.sequence = sequence;
        this.key = key;
        this.work = work;
        this.clock = clock;
    }

    /** For what calls it by itself. */
    public SequenceLedger sequencing() {
        return new SequenceLedger(sequence, ledger, key, this, work, clock);
    }

    public void sequence() {
        try {
            sequencing().sequence(new SequenceLedger.Command(() -> true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void anchor() {
        new AnchorLedger(
                        outside.stamps(),
                        outside.anchors(),
                        outside.lags(),
                        new NewestCheckpoint(ledger, key),
                        work,
                        clock)
                .anchor();
    }

    public void mirror() {
        new MirrorLedger(outside.mirror(), ledger, outside.mark(), outside.lags(), work, clock)
                .mirror(new MirrorLedger.Command(() -> true));
    }

    public WitnessQueries.Outside outside() {
        return work.commit(
                () ->
                        new WitnessQueries(
                                        ledger,
                                        outside.anchors(),
                                        outside.stamps(),
                                        outside.lags(),
                                        outside.mirror())
                                .outside());
    }

    public CheckLedger.Report check() {
        return check(StoreScope.ALL);
    }

    public CheckLedger.Report check(StoreScope scope) {
        var caller = TestCaller.person("amira").within(scope);
        try {
            return new CheckLedger(ledger, ledgerCheck(), work, caller).check();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LedgerCheck ledgerCheck() {
        var witnesses =
                new Witnesses(
                        ledger,
                        key,
                        outside.mirror(),
                        outside.mark(),
                        outside.anchors(),
                        outside.stamps(),
                        outside.revisions());
        var records =
                new RecordCheck(
                        outside.packages(), outside.waivers(), outside.transfers(), outside.runs());
        return new LedgerCheck(ledger, key, this, witnesses, records, work);
    }

    /** What the watch works on beside the ledger. */
    public record Watching(
            IntegrityWatch watch,
            EvidenceItems items,
            CustodyChains chains,
            EvidenceVault vault,
            Alerts alerts,
            Ids ids) {}

    /** One look of the watch: items every week, the ledger every day. */
    public Duration watch(Watching on) {
        var rhythm = new WatchRhythm(Duration.ofDays(7), Duration.ofDays(1));
        var alerts = new IntegrityAlerts(on.alerts(), on.watch(), on.ids(), clock);
        var look =
                new WatchIntegrity(
                        new ItemWatch(
                                on.watch(),
                                rhythm,
                                on.items(),
                                on.chains(),
                                new ItemCheck(on.vault(), new Standings(ledger, key), work),
                                alerts,
                                work,
                                clock),
                        new LedgerWatch(
                                on.watch(), rhythm, ledger, ledgerCheck(), alerts, work, clock),
                        new VaultWatch(
                                on.watch(), rhythm, on.vault(), on.items(), alerts, work, clock),
                        new Binding(on.vault(), on.items(), rhythm, work, clock),
                        new RecordedRuns(outside.runs(), on.watch(), on.ids(), work, clock));
        try {
            return look.watch(new WatchIntegrity.Command(() -> true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public WatchQueries.Standing watched(IntegrityWatch watch, StoreScope scope) {
        var rhythm = new WatchRhythm(Duration.ofDays(7), Duration.ofDays(1));
        var caller = TestCaller.person("amira").within(scope);
        return work.commit(
                () -> new WatchQueries(watch, outside.runs(), rhythm, caller, clock).standing());
    }

    public Standing standing(CustodyChain chain) {
        return work.commit(() -> new Standings(ledger, key).of(chain));
    }

    @Override
    public synchronized Optional<SignedCheckpoint> read() {
        return last;
    }

    @Override
    public synchronized void keep(SignedCheckpoint signed) {
        last = Optional.of(signed);
    }
}
