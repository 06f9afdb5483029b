package dev.cordon.domain.evidence.ledger;

import dev.cordon.domain.kernel.Sha256;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows that a leaf is in a tree, by the hashes beside its way to the root (RFC 9162, section
 * 2.1.3).
 *
 * @param position the leaf's, from 0
 * @param size the tree's, in leaves
 * @param path from the leaf up
 */
public record InclusionProof(long position, long size, List<Sha256> path) {

    public InclusionProof {
        path = List.copyOf(path);
    }

    /** The proof for a leaf of the tree of that size (section 2.1.3.1). */
    public static InclusionProof of(long position, long size, Nodes nodes) {
        if (position < 0 || position >= size) {
            throw new IllegalArgumentException(
                    "a tree of %d has no leaf %d".formatted(size, position));
        }
        var path = new ArrayList<Sha256>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + Nodes.split(to - from);
            if (position < middle) {
                path.add(nodes.root(middle, to));
                to = middle;
            } else {
                path.add(nodes.root(from, middle));
                from = middle;
            }
        }
        return new InclusionProof(position, size, path.reversed());
    }

    /** Whether it leads from the leaf to the root (section 2.1.3.2). */
    public boolean leads(Sha256 leaf, Sha256 root) {
        if (position < 0 || position >= size) {
            return false;
        }
        long node = position;
        long last = size - 1;
        var hash = leaf;
        for (var beside : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = MerkleHash.node(beside, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = MerkleHash.node(hash, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }
}
