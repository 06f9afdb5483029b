package dev.cordon.domain.evidence.ledger;

import dev.cordon.domain.kernel.Sha256;

/**
 * The root of a full subtree, which no later leaf changes.
 *
 * @param level 0 for a leaf; the subtree has 2^level leaves
 * @param index its place among those of its level, from 0
 */
public record Node(int level, long index, Sha256 hash) {

    /** The position of its last leaf: with it the node is there. */
    public long last() {
        return last(level, index);
    }

    public static long last(int level, long index) {
        return (index + 1 << level) - 1;
    }
}
