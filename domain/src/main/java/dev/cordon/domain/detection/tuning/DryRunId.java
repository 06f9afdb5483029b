package dev.cordon.domain.detection.tuning;

import java.util.UUID;

/** A dry run of a version of a store's tuning. */
public record DryRunId(UUID value) {

    public static DryRunId of(String text) {
        return new DryRunId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
