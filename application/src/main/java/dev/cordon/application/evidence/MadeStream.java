package dev.cordon.application.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Bytes that are made while they are read, a piece at a time, in bounded memory. */
public abstract class MadeStream extends InputStream {

    /** How much of something else a piece is made of, in bytes. */
    protected static final int PIECE = 1 << 16;

    private final ByteArrayOutputStream made = new ByteArrayOutputStream(2 * PIECE);
    private byte[] ready = new byte[0];
    private int at;
    private boolean ended;

    /** Takes what {@link #make} writes. */
    protected final OutputStream made() {
        return made;
    }

    /**
     * Writes the next piece, which may be empty.
     *
     * @return false if it was the last
     */
    protected abstract boolean make() throws IOException;

    @Override
    public final int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public final int read(byte[] into, int from, int length) throws IOException {
        while (at == ready.length) {
            if (ended) {
                return -1;
            }
            ended = !make();
            ready = made.toByteArray();
            made.reset();
            at = 0;
        }
        int some = Math.min(length, ready.length - at);
        System.arraycopy(ready, at, into, from, some);
        at += some;
        return some;
    }
}
