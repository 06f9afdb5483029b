package dev.cordon.domain.evidence.ledger;

import java.time.Instant;

/** How the whole chain of an item stands in the ledger. */
public sealed interface Standing {

    /**
     * Every link is in the tree that the newest checkpoint signs.
     *
     * @param since when the last link was first signed for
     * @param entry the last link's place, counted from 1
     * @param of how many entries the newest checkpoint signs
     */
    record Recorded(Instant since, long entry, long of) implements Standing {}

    /** Nothing is wrong, but these last links are not signed for yet. */
    record Waiting(int links) implements Standing {}

    /**
     * The first link that the ledger does not bear out.
     *
     * @param seq its place in the chain, counted from 1
     */
    record Broken(long seq, Flaw flaw) implements Standing {}

    /** The newest checkpoint was not signed by this ledger's key. */
    record Forged(long size) implements Standing {}

    /** Whether the ledger says something else about the chain, or cannot be believed. */
    default boolean isContradicted() {
        return this instanceof Broken || this instanceof Forged;
    }

    /** What is wrong with a link's leaf. */
    enum Flaw {
        NO_LEAF,
        LEAF_DIFFERS,
        NOT_IN_TREE
    }
}
