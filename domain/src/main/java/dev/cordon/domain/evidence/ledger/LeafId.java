package dev.cordon.domain.evidence.ledger;

import java.util.UUID;

/** A leaf's lasting id, given when it is written; its place in the tree comes later. */
public record LeafId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
