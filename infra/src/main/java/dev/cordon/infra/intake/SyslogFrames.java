package dev.cordon.infra.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts what a sender of syslog writes to a connection into messages (RFC 6587, 3.4): one begins
 * with its length in bytes, or ends with a line feed. Which of both is seen message by message.
 * Holds one message; of one that is too long the beginning is kept. Not safe for two threads.
 */
final class SyslogFrames {

    /** Longer than any log line that detection reads. */
    static final int LONGEST = 256 * 1024;

    private static final int MOST_DIGITS = 9;

    private final InputStream in;
    private final byte[] read = new byte[64 * 1024];
    private int at;
    private int end;
    private byte[] frame = new byte[4 * 1024];
    private int length;

    SyslogFrames(InputStream in) {
        this.in = in;
    }

    /**
     * Reads the next message; false at the end. One whose length was said and that broke off is
     * none.
     */
    boolean next() throws IOException {
        length = 0;
        int first = read();
        while (first == '\n' || first == '\r' || first == 0) {
            first = read();
        }
        if (first < 0) {
            return false;
        }
        return first >= '1' && first <= '9' ? counted(first) : terminated(first);
    }

    byte[] bytes() {
        return frame;
    }

    int length() {
        return length;
    }

    private boolean counted(int first) throws IOException {
        long size = 0;
        int digits = 0;
        int next = first;
        while (next >= '0' && next <= '9' && digits < MOST_DIGITS) {
            size = 10 * size + next - '0';
            digits++;
            keep(next);
            next = read();
        }
        if (next != ' ') {
            return terminated(next); // no length: a line that begins with a number
        }
        length = 0;
        for (long i = 0; i < size; i++) {
            next = read();
            if (next < 0) {
                return false;
            }
            keep(next);
        }
        return true;
    }

    private boolean terminated(int first) throws IOException {
        int next = first;
        while (next >= 0 && next != '\n') {
            keep(next);
            next = read();
        }
        return true;
    }

    private void keep(int b) {
        if (length == LONGEST) {
            return;
        }
        if (length == frame.length) {
            frame = Arrays.copyOf(frame, 2 * length);
        }
        frame[length++] = (byte) b;
    }

    private int read() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(read));
            if (end == 0) {
                return -1;
            }
        }
        return read[at++] & 0xff;
    }
}
