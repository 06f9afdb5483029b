package dev.cordon.domain.detection.state;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes values one after the other, for {@link StateReader} to read in the same order. Numbers are
 * zigzag varints: small ones are short, whatever their sign.
 */
public final class StateWriter {

    private static final int SEVEN = 7;
    private static final int MORE = 0x80;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public void number(long value) {
        long left = value << 1 ^ value >> 63;
        while (left >>> SEVEN != 0) {
            bytes.write((int) left & MORE - 1 | MORE);
            left >>>= SEVEN;
        }
        bytes.write((int) left);
    }

    public void real(double value) {
        number(Double.doubleToLongBits(value));
    }

    public void flag(boolean value) {
        bytes.write(value ? 1 : 0);
    }

    public void text(String value) {
        bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    public void bytes(byte[] value) {
        number(value.length);
        bytes.writeBytes(value);
    }

    /** How many there are, then each. */
    public <T> void each(Collection<T> all, Consumer<T> writing) {
        number(all.size());
        all.forEach(writing);
    }

    /** Whether it is there, then it. */
    public <T> void maybe(@Nullable T value, Consumer<T> writing) {
        flag(value != null);
        if (value != null) {
            writing.accept(value);
        }
    }

    public byte[] toBytes() {
        return bytes.toByteArray();
    }
}
