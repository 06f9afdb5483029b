package dev.cordon.infra.http.detection;

import dev.cordon.infra.http.ApiProblem;
import dev.cordon.infra.http.BodyTooLarge;
import dev.cordon.infra.http.LimitedStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Log lines as they arrive, unpacked while they are read and bounded: in what is sent, in what
 * comes out, and in how much more that is.
 */
final class SentLines extends FilterInputStream {

    /** The most that a request may carry, unpacked. */
    static final long MOST = 128L << 20;

    /** Access logs shrink ten- to thirtyfold; a bomb shrinks a thousandfold. */
    static final int HIGHEST_RATIO = 200;

    /** Small batches may repeat themselves. */
    private static final long UNSUSPICIOUS = 1L << 20;

    private final Counted sent;
    private long unpacked;

    private SentLines(InputStream lines, Counted sent) {
        super(lines);
        this.sent = sent;
    }

    static InputStream open(InputStream body, @Nullable String encoding) throws IOException {
        return switch (encoding == null ? "identity" : encoding.toLowerCase(Locale.ROOT)) {
            case "identity", "" -> new LimitedStream(body, MOST);
            case "gzip", "x-gzip" -> {
                var sent = new Counted(new LimitedStream(body, MOST));
                yield new SentLines(
                        new LimitedStream(new GZIPInputStream(sent, 64 * 1024), MOST), sent);
            }
            default ->
                    throw ApiProblem.unsupported(
                            "Content-Encoding is gzip or absent. Nothing was kept.");
        };
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        int got = read(one, 0, 1);
        return got < 0 ? got : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int got = super.read(buffer, offset, length);
        unpacked += Math.max(got, 0);
        if (unpacked > UNSUSPICIOUS && unpacked / HIGHEST_RATIO > sent.count) {
            throw new BodyTooLarge(sent.count * HIGHEST_RATIO);
        }
        return got;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Counts what was sent, before it is unpacked. */
    private static class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count += next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int got = super.read(buffer, offset, length);
            count += Math.max(got, 0);
            return got;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
