package dev.cordon.application.evidence;

import dev.cordon.application.kernel.TestCaller;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.domain.evidence.CustodyChain;
import dev.cordon.domain.evidence.ledger.SignedCheckpoint;
import dev.cordon.domain.evidence.ledger.Standing;
import dev.cordon.domain.kernel.StoreScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Optional;

/** The ledger's use cases on the ports given, for somebody who may see every store. */
public final class LedgerByHand implements LastCheckpoint {

    private final Ledger ledger;
    private final LedgerSequence sequence;
    private final CheckpointKey key;
    private final UnitOfWork work;
    private final InstantSource clock;
    private Optional<SignedCheckpoint> last = Optional.empty();

    public LedgerByHand(
            Ledger ledger,
            LedgerSequence sequence,
            CheckpointKey key,
            UnitOfWork work,
            InstantSource clock) {
        this.ledger = ledger;
        this.sequence = sequence;
        this.key = key;
        this.work = work;
        this.clock = clock;
    }

    public void sequence() {
        try {
            new SequenceLedger(sequence, ledger, key, this, work, clock)
                    .sequence(new SequenceLedger.Command(() -> true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public CheckLedger.Report check() {
        return check(StoreScope.ALL);
    }

    public CheckLedger.Report check(StoreScope scope) {
        var caller = TestCaller.person("amira").within(scope);
        try {
            return new CheckLedger(ledger, key, this, work, caller).check();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
