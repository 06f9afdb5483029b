package dev.cordon.domain.detection.tuning;

import java.util.UUID;

/** A version of a store's tuning. */
public record RuleVersionId(UUID value) {

    public static RuleVersionId of(String text) {
        return new RuleVersionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
