/**
 * The ledger: one append-only Merkle tree over everything that has to be shown unchanged, and the
 * signed checkpoints of it.
 *
 * <p>Tree, inclusion and consistency proofs are those of RFC 9162 (Certificate Transparency 2.0),
 * section 2.1; checkpoints have the form of C2SP tlog-checkpoint. Nothing here is ever rewritten,
 * and nothing here reads a clock or a key.
 */
@NullMarked
package dev.cordon.domain.evidence.ledger;

import org.jspecify.annotations.NullMarked;
