package dev.cordon.domain.evidence.ledger;

import dev.cordon.domain.kernel.Sha256;

/** Where the roots of full subtrees are read. A proof asks for O(log n) of them. */
@FunctionalInterface
public interface Nodes {

    /**
     * The hash of one.
     *
     * @throws dev.cordon.domain.kernel.NotFound if it was never stored or is gone
     */
    Sha256 at(int level, long index);

    /** The root over leaves from one position to before another (RFC 9162, section 2.1.1). */
    default Sha256 root(long from, long to) {
        long size = to - from;
        if (size == 0) {
            return MerkleHash.EMPTY;
        }
        if (Long.bitCount(size) == 1 && from % size == 0) {
            return at(Long.numberOfTrailingZeros(size), from / size);
        }
        long left = split(size);
        return MerkleHash.node(root(from, from + left), root(from + left, to));
    }

    /** The largest power of two that is smaller than a size of at least two. */
    static long split(long size) {
        return Long.highestOneBit(size - 1);
    }
}
