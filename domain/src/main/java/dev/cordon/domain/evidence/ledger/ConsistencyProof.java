package dev.cordon.domain.evidence.ledger;

import dev.cordon.domain.kernel.Sha256;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows that a tree begins with all of an earlier one, in its order (RFC 9162, section 2.1.4).
 *
 * @param from the earlier tree's size, in leaves
 * @param to the later one's
 */
public record ConsistencyProof(long from, long to, List<Sha256> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** The proof between two sizes of one tree, the earlier not empty (section 2.1.4.1). */
    public static ConsistencyProof of(long from, long to, Nodes nodes) {
        if (from < 1 || from > to) {
            throw new IllegalArgumentException("no tree of %d before %d".formatted(from, to));
        }
        var path = new ArrayList<Sha256>();
        long begin = 0;
        long end = to;
        while (end != from) {
            long middle = begin + Nodes.split(end - begin);
            if (from <= middle) {
                path.add(nodes.root(middle, end));
                end = middle;
            } else {
                path.add(nodes.root(begin, middle));
                begin = middle;
            }
        }
        if (begin > 0) {
            path.add(nodes.root(begin, end));
        }
        return new ConsistencyProof(from, to, path.reversed());
    }

    /** Whether it holds between the two roots (section 2.1.4.2). */
    public boolean holds(Sha256 fromRoot, Sha256 toRoot) {
        if (from < 1 || from > to) {
            return false;
        }
        if (from == to) {
            return path.isEmpty() && fromRoot.equals(toRoot);
        }
        var hashes = new ArrayList<>(path);
        if (Long.bitCount(from) == 1) {
            hashes.addFirst(fromRoot);
        }
        if (hashes.isEmpty()) {
            return false;
        }
        long node = from - 1;
        long last = to - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        var earlier = hashes.getFirst();
        var later = hashes.getFirst();
        for (var beside : hashes.subList(1, hashes.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                earlier = MerkleHash.node(beside, earlier);
                later = MerkleHash.node(beside, later);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                later = MerkleHash.node(later, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && earlier.equals(fromRoot) && later.equals(toRoot);
    }
}
