package dev.cordon.application.kernel;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Says after each piece how many bytes were read so far. Marks nothing. */
public final class MeteredStream extends FilterInputStream {

    private final LongConsumer read;
    private long done;

    /**
     * @param read told of all bytes from the first one on
     */
    public MeteredStream(InputStream from, LongConsumer read) {
        super(from);
        this.read = read;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
        int piece = super.read(into, at, length);
        count(piece);
        return piece;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = super.skip(bytes);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long bytes) {
        if (bytes > 0) {
            done += bytes;
            read.accept(done);
        }
    }
}
