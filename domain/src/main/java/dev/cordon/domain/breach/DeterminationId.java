package dev.cordon.domain.breach;

import java.util.UUID;

/** One attempt to find out who is affected. */
public record DeterminationId(UUID value) {

    public static DeterminationId of(String text) {
        return new DeterminationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
