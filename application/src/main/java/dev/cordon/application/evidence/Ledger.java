package dev.cordon.application.evidence;

import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.ledger.LeafId;
import dev.cordon.domain.evidence.ledger.LedgerPage;
import dev.cordon.domain.evidence.ledger.Nodes;
import dev.cordon.domain.evidence.ledger.Placed;
import dev.cordon.domain.evidence.ledger.SignedCheckpoint;
import dev.cordon.domain.kernel.StoreScope;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The stored ledger, for reading. Nothing in it is believed because it is stored: whoever reads it
 * checks it.
 */
public interface Ledger {

    /**
     * How much is stored, seen at one moment.
     *
     * @param entries all sequenced leaves
     * @param signed how many the newest checkpoint signs; 0 if there is none
     */
    record Extent(long entries, long signed) {}

    Extent extent();

    /** The one that signs most; empty before anything was sequenced. */
    Optional<SignedCheckpoint> newest();

    /** The one that signs exactly so many entries. */
    Optional<SignedCheckpoint> checkpoint(long size);

    /** Those of these sizes, as far as they are there. */
    List<SignedCheckpoint> checkpoints(List<Long> sizes);

    /** Those larger than that, by size, so many at most. */
    List<SignedCheckpoint> checkpointsAfter(long size, int limit);

    /** How many there are of that size and smaller ones. */
    long checkpointsUpTo(long size);

    /** The first one that signs the entry at that position. */
    Optional<SignedCheckpoint> firstCovering(long position);

    /** A leaf, if its store is within the scope. */
    Optional<Placed> leaf(LeafId id, StoreScope scope);

    /**
     * The leaves of an item's chain, in no order; the caller has shown that it may see the item.
     */
    List<Placed> custodyOf(EvidenceId evidence);

    /** The stored tree. */
    Nodes nodes();

    /** What is stored between two positions, the second not included. */
    LedgerPage page(long from, long to);

    /**
     * What is stored between two positions, the second not included, in pages that leave no gap.
     * The next page is read while one is looked at. In no transaction: nothing of it changes.
     */
    Pages pages(long from, long to);

    /** Pages, to be closed once enough was seen. */
    interface Pages extends Iterator<LedgerPage>, AutoCloseable {
        @Override
        void close();
    }

    /** Leaves that are neither in the tree nor wait to be, so many at most. */
    List<LeafId> leftOut(int limit);

    /** Links of chains of custody that have no leaf, as leaves name them, so many at most. */
    List<String> unrecorded(int limit);
}
