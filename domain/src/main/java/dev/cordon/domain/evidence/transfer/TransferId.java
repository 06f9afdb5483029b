package dev.cordon.domain.evidence.transfer;

import java.util.UUID;

/** The lasting identity of a transfer. */
public record TransferId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
