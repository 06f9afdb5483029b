package dev.cordon.application.detection;

import dev.cordon.domain.detection.log.SecretMark;
import dev.cordon.domain.detection.log.SecretMask;
import java.io.IOException;
import java.io.InputStream;

/** Log lines on their way in, with keys and order keys blotted out before anything is kept. */
final class RedactedLines extends InputStream {

    private static final int ROOM = 64 * 1024;

    private final InputStream lines;
    private final SecretMark mark;
    private final byte[] buffer = new byte[ROOM];
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
            int got = lines.read(buffer, held, ROOM - held);
            if (got < 0 && held == 0) {
                return false;
            }
            held += Math.max(got, 0);
            ready = got < 0 ? held : complete();
        }
        SecretMask.mask(buffer, 0, ready, mark);
        return true;
    }

    /** Up to where nothing that comes later can belong to a secret: a line's end, or a word's. */
    private int complete() {
        int line = after((byte) '\n');
        if (line > 0 || held < ROOM) {
            return line;
        }
        int word = Math.max(after((byte) ' '), after((byte) '&'));
        return word > 0 ? word : held;
    }

    private int after(byte end) {
        int i = held;
        while (i > 0 && buffer[i - 1] != end) {
            i--;
        }
        return i;
    }
}
