package dev.cordon.domain.detection;

import java.util.UUID;

/** A suppression's lasting id. */
public record SuppressionId(UUID value) {

    public static SuppressionId of(String text) {
        return new SuppressionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
