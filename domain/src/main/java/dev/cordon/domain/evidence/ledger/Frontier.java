package dev.cordon.domain.evidence.ledger;

import dev.cordon.domain.kernel.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What has to be known of a tree to append to it: the roots of its full subtrees, the largest
 * first, one for each bit of its size.
 */
public record Frontier(long size, List<Sha256> peaks) {

    public static final Frontier EMPTY = new Frontier(0, List.of());

    public Frontier {
        peaks = List.copyOf(peaks);
        if (peaks.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException("a tree of %d has other peaks".formatted(size));
        }
    }

    /** The frontier of a stored tree. */
    public static Frontier of(long size, Nodes nodes) {
        var peaks = new ArrayList<Sha256>();
        long from = 0;
        for (long bit = Long.highestOneBit(size); bit != 0; bit >>= 1) {
            if ((size & bit) != 0) {
                peaks.add(nodes.at(Long.numberOfTrailingZeros(bit), from / bit));
                from += bit;
            }
        }
        return new Frontier(size, peaks);
    }

    /**
     * The frontier with one more leaf.
     *
     * @param completed hears of each full subtree above the leaf that it completes, the smallest
     *     first
     */
    public Frontier append(Sha256 leaf, Consumer<Node> completed) {
        var grown = new ArrayList<>(peaks);
        var hash = leaf;
        int level = 0;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = MerkleHash.node(grown.removeLast(), hash);
            level++;
            completed.accept(new Node(level, size >> level, hash));
        }
        grown.add(hash);
        return new Frontier(size + 1, grown);
    }

    /** The root of the whole tree. */
    public Sha256 root() {
        if (peaks.isEmpty()) {
            return MerkleHash.EMPTY;
        }
        var root = peaks.getLast();
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = MerkleHash.node(peaks.get(i), root);
        }
        return root;
    }
}
