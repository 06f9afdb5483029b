package dev.cordon.infra.persistence;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The place of an item in a list that is ordered by time and id. */
public record Cursor(Instant at, UUID id) {

    private static final int BYTES = 3 * Long.BYTES;

    /** Reads a text that {@link #toString} wrote. */
    public static Cursor of(String text) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() == BYTES) {
                var at = Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS);
                return new Cursor(at, new UUID(bytes.getLong(), bytes.getLong()));
            }
        } catch (IllegalArgumentException e) {
            throw notOurs(e);
        }
        throw notOurs(null);
    }

    static IllegalArgumentException notOurs(@Nullable Throwable cause) {
        return new IllegalArgumentException(
                "this is no place in a list: take the one that the last page named", cause);
    }

    /** Opaque to whoever carries it. */
    @Override
    public String toString() {
        var bytes =
                ByteBuffer.allocate(BYTES)
                        .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at))
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
