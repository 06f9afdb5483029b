package dev.cordon.domain.evidence.ledger;

import dev.cordon.domain.kernel.Sha256;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A stretch of the stored ledger.
 *
 * @param from its first position
 * @param to the position after its last
 * @param entries by position
 * @param leaves those that the entries name, as far as they are there
 * @param hashes what each of them hashes to now: computed by whoever reads the page, as most of the
 *     work of an audit goes into them
 * @param nodes those that its leaves complete, by last position and level
 * @param checkpoints of sizes above from and up to to, by size
 */
public record LedgerPage(
        long from,
        long to,
        List<LedgerEntry> entries,
        Map<LeafId, Leaf> leaves,
        Map<LeafId, Sha256> hashes,
        List<Node> nodes,
        List<SignedCheckpoint> checkpoints) {

    public LedgerPage {
        entries = List.copyOf(entries);
        leaves = Collections.unmodifiableMap(leaves);
        hashes = Collections.unmodifiableMap(hashes);
        nodes = List.copyOf(nodes);
        checkpoints = List.copyOf(checkpoints);
    }

    /** With the hashes of its leaves computed here. */
    public static LedgerPage of(
            long from,
            long to,
            List<LedgerEntry> entries,
            Map<LeafId, Leaf> leaves,
            List<Node> nodes,
            List<SignedCheckpoint> checkpoints) {
        var hashes = HashMap.<LeafId, Sha256>newHashMap(leaves.size());
        leaves.forEach((id, leaf) -> hashes.put(id, leaf.hash()));
        return new LedgerPage(from, to, entries, leaves, hashes, nodes, checkpoints);
    }
}
