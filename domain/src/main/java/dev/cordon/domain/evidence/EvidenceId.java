package dev.cordon.domain.evidence;

import java.util.UUID;

/** An evidence item's lasting id; people say its label. */
public record EvidenceId(UUID value) {

    public static EvidenceId of(String text) {
        return new EvidenceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
