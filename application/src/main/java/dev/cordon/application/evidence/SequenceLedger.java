package dev.cordon.application.evidence;

import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.evidence.ledger.Growth;
import dev.cordon.domain.evidence.ledger.SignedCheckpoint;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Gives waiting leaves their places in the tree and signs what it has become, batch by batch, until
 * none waits. Writers never wait for it.
 */
@StreamingUseCase
public class SequenceLedger {

    private static final int BATCH = 5000;

    /**
     * @param goOn false once the run should end and be gone on with later
     */
    public record Command(BooleanSupplier goOn) {}

    private final LedgerSequence sequence;
    private final Ledger ledger;
    private final CheckpointKey key;
    private final LastCheckpoint last;
    private final UnitOfWork work;
    private final InstantSource clock;

    SequenceLedger(
            LedgerSequence sequence,
            Ledger ledger,
            CheckpointKey key,
            LastCheckpoint last,
            UnitOfWork work,
            InstantSource clock) {
        this.sequence = sequence;
        this.ledger = ledger;
        this.key = key;
        this.last = last;
        this.work = work;
        this.clock = clock;
    }

    /** What came of a run. */
    public enum Outcome {
        /** Nothing waits. */
        NOTHING_WAITS,
        /** There is more. */
        MORE_WAITS
    }

    /**
     * @throws IOException if the checkpoint cannot be kept outside the database; what was sequenced
     *     stays
     */
    @Requires(Permission.LEDGER_SEQUENCE)
    public Outcome sequence(Command command) throws IOException {
        while (command.goOn().getAsBoolean()) {
            var signed = work.commit(this::batch);
            if (signed.isEmpty()) {
                return Outcome.NOTHING_WAITS;
            }
            keep(signed.get());
        }
        return Outcome.MORE_WAITS;
    }

    private Optional<SignedCheckpoint> batch() {
        var leaves = sequence.take(BATCH);
        if (leaves.isEmpty()) {
            return Optional.empty();
        }
        var growth = Growth.of(sequence.frontier(), leaves);
        var tree = growth.frontier();
        var signed = key.sign(tree.size(), tree.root(), clock.instant());
        sequence.append(growth, signed);
        return Optional.of(signed);
    }

    /** What a rolled back database has lost is not forgotten here as well. */
    private void keep(SignedCheckpoint signed) throws IOException {
        var before = last.read();
        if (before.isEmpty() || isStored(before.get())) {
            last.keep(signed);
        }
    }

    private boolean isStored(SignedCheckpoint kept) {
        return work.commit(() -> ledger.checkpoint(kept.size())).equals(Optional.of(kept));
    }
}
