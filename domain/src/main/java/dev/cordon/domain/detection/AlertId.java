package dev.cordon.domain.detection;

import java.util.UUID;

/** An alert's lasting id. */
public record AlertId(UUID value) {

    public static AlertId of(String text) {
        return new AlertId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
