package dev.cordon.domain.detection.state;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads what {@link StateWriter} wrote. Bytes that it did not write are noticed before they ask for
 * more than is there.
 */
public final class StateReader {

    private static final int SEVEN = 7;
    private static final int MORE = 0x80;

    private final byte[] bytes;
    private int at;

    public StateReader(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public long number() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += SEVEN) {
            int next = next();
            value |= (long) (next & MORE - 1) << shift;
            if ((next & MORE) == 0) {
                return value >>> 1 ^ -(value & 1);
            }
        }
        throw new StateBroken("a number does not end");
    }

    /** A number that counts. */
    public int count() {
        long count = number();
        if (count < 0 || count > Integer.MAX_VALUE) {
            throw new StateBroken("not a count: " + count);
        }
        return (int) count;
    }

    public double real() {
        return Double.longBitsToDouble(number());
    }

    public boolean flag() {
        return next() != 0;
    }

    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    public byte[] bytes() {
        int length = count();
        if (length > bytes.length - at) {
            throw new StateBroken("it breaks off");
        }
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    /**
     * As often as the number that comes first says; what is read each time takes a byte or more.
     */
    public void each(Runnable reading) {
        int count = count();
        if (count > bytes.length - at) {
            throw new StateBroken("it breaks off");
        }
        for (int i = 0; i < count; i++) {
            reading.run();
        }
    }

    public void end() {
        if (at < bytes.length) {
            throw new StateBroken("it goes on behind its end");
        }
    }

    private int next() {
        if (at == bytes.length) {
            throw new StateBroken("it breaks off");
        }
        return bytes[at++] & 0xff;
    }
}
