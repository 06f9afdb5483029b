package dev.cordon.domain.incident;

import java.util.UUID;

/** An incident's lasting id; people say its {@link Reference}. */
public record IncidentId(UUID value) {

    public static IncidentId of(String text) {
        return new IncidentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
