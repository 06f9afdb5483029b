package dev.cordon.domain.evidence.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A leaf and its place.
 *
 * @param entry null while it waits to be sequenced
 */
public record Placed(Leaf leaf, @Nullable LedgerEntry entry) {}
