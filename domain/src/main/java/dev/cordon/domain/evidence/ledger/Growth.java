package dev.cordon.domain.evidence.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * Leaves put in their places, and what the tree becomes by them.
 *
 * @param nodes the full subtrees above leaves that they complete
 */
public record Growth(List<LedgerEntry> entries, List<Node> nodes, Frontier frontier) {

    public Growth {
        entries = List.copyOf(entries);
        nodes = List.copyOf(nodes);
    }

    /** Appends the leaves in their order. */
    public static Growth of(Frontier before, List<Leaf> leaves) {
        var entries = new ArrayList<LedgerEntry>();
        var nodes = new ArrayList<Node>();
        var frontier = before;
        for (var leaf : leaves) {
            var hash = leaf.hash();
            entries.add(new LedgerEntry(frontier.size(), leaf.id(), hash));
            frontier = frontier.append(hash, nodes::add);
        }
        return new Growth(entries, nodes, frontier);
    }
}
