package dev.cordon.domain.evidence.ledger;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * A stretch of the stored ledger.
 *
 * @param from its first position
 * @param to the position after its last
 * @param entries by position
 * @param leaves those that the entries name, as far as they are there
 * @param nodes those that its leaves complete, by last position and level
 * @param checkpoints of sizes above from and up to to, by size
 */
public record LedgerPage(
        long from,
        long to,
        List<LedgerEntry> entries,
        Map<LeafId, Leaf> leaves,
        List<Node> nodes,
        List<SignedCheckpoint> checkpoints) {

    public LedgerPage {
        entries = List.copyOf(entries);
        leaves = Collections.unmodifiableMap(leaves);
        nodes = List.copyOf(nodes);
        checkpoints = List.copyOf(checkpoints);
    }
}
