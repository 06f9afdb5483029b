package dev.cordon.domain.kernel;

import java.util.UUID;

/** A store that Cordon looks after. Here, because every feature is bound to stores. */
public record StoreId(UUID value) {

    public static StoreId of(String text) {
        return new StoreId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
