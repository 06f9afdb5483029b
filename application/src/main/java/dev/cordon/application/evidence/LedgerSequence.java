package dev.cordon.application.evidence;

import dev.cordon.domain.evidence.ledger.Frontier;
import dev.cordon.domain.evidence.ledger.Growth;
import dev.cordon.domain.evidence.ledger.Leaf;
import dev.cordon.domain.evidence.ledger.SignedCheckpoint;
import java.util.List;

/** Where leaves get their places. Nothing stored through it is ever changed. */
public interface LedgerSequence {

    /**
     * Takes leaves that are committed and have no place, in the order of their ids, and keeps every
     * other instance from taking any until the transaction ends. Rolled back, they wait again.
     */
    List<Leaf> take(int limit);

    /** What the stored tree has come to; asked for after leaves were taken. */
    Frontier frontier();

    /** Adds to the tree, with the checkpoint that signs it. */
    void append(Growth growth, SignedCheckpoint checkpoint);
}
