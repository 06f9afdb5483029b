package dev.cordon.application.evidence.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Watches for what ends a ZIP (PKWARE APPNOTE, 4.3.16), so that one that was cut off is known. */
final class ZipEnd extends FilterInputStream {

    private static final int MARK = 0x504b0506;

    /** It ends at most so far behind its mark: a comment has 65535 bytes at most. */
    private static final int LONGEST = 22 + 0xffff;

    private int last;
    private long position;
    private long seenAt = Long.MIN_VALUE;

    ZipEnd(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) {
            watch((byte) one);
        }
        return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int got = super.read(into, from, length);
        for (int i = 0; i < got; i++) {
            watch(into[from + i]);
        }
        return got;
    }

    private void watch(byte one) {
        last = last << 8 | one & 0xff;
        position++;
        if (last == MARK) {
            seenAt = position;
        }
    }

    /** Asked at the end of the stream. */
    boolean isThere() {
        return seenAt >= 0 && position - seenAt <= LONGEST;
    }

    /** What is below stays open. */
    @Override
    public void close() {}
}
