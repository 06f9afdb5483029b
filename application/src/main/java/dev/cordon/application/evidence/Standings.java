package dev.cordon.application.evidence;

import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.evidence.CustodyChain;
import dev.cordon.domain.evidence.CustodyEntry;
import dev.cordon.domain.evidence.ledger.Checkpoint;
import dev.cordon.domain.evidence.ledger.InclusionProof;
import dev.cordon.domain.evidence.ledger.Leaf;
import dev.cordon.domain.evidence.ledger.LedgerEntry;
import dev.cordon.domain.evidence.ledger.Nodes;
import dev.cordon.domain.evidence.ledger.Placed;
import dev.cordon.domain.evidence.ledger.Standing;
import dev.cordon.domain.evidence.ledger.Standing.Flaw;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.Sha256;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds a chain against the ledger: each link's leaf, its proof, and the newest signature. */
@Supporting
class Standings {

    private final Ledger ledger;
    private final CheckpointKey key;

    Standings(Ledger ledger, CheckpointKey key) {
        this.ledger = ledger;
        this.key = key;
    }

    Standing of(CustodyChain chain) {
        var newest = ledger.newest();
        var checkpoint = newest.flatMap(key::open).orElse(null);
        if (checkpoint == null && newest.isPresent()) {
            return new Standing.Forged(newest.get().size());
        }
        var leaves =
                ledger.custodyOf(chain.item().id()).stream()
                        .collect(
                                Collectors.toMap(
                                        placed -> placed.leaf().subject(), Function.identity()));
        return of(chain, leaves, checkpoint);
    }

    private Standing of(
            CustodyChain chain, Map<String, Placed> leaves, @Nullable Checkpoint checkpoint) {
        var nodes = remembering(ledger.nodes());
        int waiting = 0;
        LedgerEntry last = null;
        for (var link : chain.links()) {
            var placed = leaves.get(Leaf.custody(link.evidence(), link.seq()));
            if (placed == null) {
                return new Standing.Broken(link.seq(), Flaw.NO_LEAF);
            }
            if (!placed.leaf().equals(expected(placed, link, chain))) {
                return new Standing.Broken(link.seq(), Flaw.LEAF_DIFFERS);
            }
            var entry = placed.entry();
            if (entry == null || checkpoint == null || entry.position() >= checkpoint.size()) {
                waiting++;
            } else if (isIn(placed.leaf(), entry, checkpoint, nodes)) {
                last = entry;
            } else {
                return new Standing.Broken(link.seq(), Flaw.NOT_IN_TREE);
            }
        }
        return last == null || checkpoint == null || waiting > 0
                ? new Standing.Waiting(waiting)
                : recorded(last, checkpoint);
    }

    private static Leaf expected(Placed placed, CustodyEntry link, CustodyChain chain) {
        return Leaf.of(placed.leaf().id(), link, chain.item().store());
    }

    private static boolean isIn(Leaf leaf, LedgerEntry entry, Checkpoint checkpoint, Nodes nodes) {
        try {
            return InclusionProof.of(entry.position(), checkpoint.size(), nodes)
                    .leads(leaf.hash(), checkpoint.root());
        } catch (NotFound gone) {
            return false;
        }
    }

    private Standing recorded(LedgerEntry last, Checkpoint newest) {
        var since = ledger.firstCovering(last.position()).flatMap(key::open).orElse(newest);
        return new Standing.Recorded(since.at(), last.position() + 1, newest.size());
    }

    /** Links of one chain share most of their way to the root. */
    private static Nodes remembering(Nodes stored) {
        var known = new HashMap<String, Sha256>();
        return (level, index) ->
                known.computeIfAbsent(level + "/" + index, _ -> stored.at(level, index));
    }
}
