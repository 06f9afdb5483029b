package dev.cordon.domain.evidence.ledger;

import dev.cordon.domain.kernel.Sha256;

/**
 * A leaf's place in the tree, given once.
 *
 * @param position from 0, without gaps
 * @param hash the leaf's when it was sequenced
 */
public record LedgerEntry(long position, LeafId leaf, Sha256 hash) {}
