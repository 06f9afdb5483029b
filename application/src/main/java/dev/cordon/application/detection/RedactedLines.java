package dev.cordon.application.detection;

import dev.cordon.domain.detection.log.SecretMark;
import dev.cordon.domain.detection.log.SecretMask;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Log lines on their way in, with keys and order keys blotted out before anything is kept. */
final class RedactedLines extends InputStream {

    private static final int ROOM = 64 * 1024;
    private static final int LONGEST_LINE = 1024 * 1024;

    private final InputStream lines;
    private final SecretMark mark;
    private byte[] buffer = new byte[ROOM];
    private int from;
    private int ready;
    private int held;

    RedactedLines(InputStream lines, SecretMark mark) {
        this.lines = lines;
        this.mark = mark;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (from == ready && !fill()) {
            return -1;
        }
        int given = Math.min(length, ready - from);
        System.arraycopy(buffer, from, into, offset, given);
        from += given;
        return given;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    /** Gets more, and blots out what is complete of it. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, ready, buffer, 0, held - ready);
        held -= ready;
        from = 0;
        ready = 0;
        while (ready == 0) {
            if (held == buffer.length) {
                buffer = Arrays.copyOf(buffer, 2 * held);
            }
            int got = lines.read(buffer, held, buffer.length - held);
            if (got < 0 && held == 0) {
                return false;
            }
            int before = held;
            held += Math.max(got, 0);
            ready = got < 0 ? held : complete(before);
        }
        SecretMask.mask(buffer, 0, ready, mark);
        return true;
    }

    /**
     * Up to where nothing that comes later can belong to a secret: a line's end; in a line that is
     * longer than any that a server writes, a word's.
     *
     * @param seen what was held before, which has no end of a line in it
     */
    private int complete(int seen) {
        int line = after((byte) '\n', seen);
        if (line > 0 || held < LONGEST_LINE) {
            return line;
        }
        int word = Math.max(after((byte) ' ', 0), after((byte) '&', 0));
        return word > 0 ? word : held;
    }

    /** Behind the last such byte, if there is one from there on; 0 if there is none. */
    private int after(byte end, int from) {
        for (int i = held; i > from; i--) {
            if (buffer[i - 1] == end) {
                return i;
            }
        }
        return 0;
    }
}
