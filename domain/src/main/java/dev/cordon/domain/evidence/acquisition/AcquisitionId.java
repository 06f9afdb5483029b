package dev.cordon.domain.evidence.acquisition;

import java.util.UUID;

/** The lasting identity of an acquisition from a store. */
public record AcquisitionId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
