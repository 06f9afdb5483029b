package dev.cordon.domain.detection.log;

import dev.cordon.domain.detection.state.StateReader;
import dev.cordon.domain.detection.state.StateWriter;
import java.util.Arrays;

/**
 * Cuts a stream of bytes into lines, wherever the pieces that arrive begin and end. Holds at most
 * one piece of a line, no longer than the limit: the rest of a longer line is counted and dropped.
 *
 * <p>A line ends with a line feed; a carriage return before it is not part of the line.
 */
public final class LogLines {

    /** The line holds control characters. */
    static final int CONTROL = 1;

    /** The line holds bytes beyond ASCII. */
    static final int BEYOND_ASCII = 2;

    /** Takes the lines, one after the other. The bytes may change after the call. */
    interface Sink {

        void line(byte[] bytes, int from, int to, int traits);

        /** A line longer than the limit; only its beginning is handed over. */
        void tooLong(byte[] bytes, int from, int to);
    }

    private static final int FIRST_ROOM = 1_024;

    private final int longest;
    private final Sink sink;
    private byte[] kept = new byte[FIRST_ROOM];
    private int keptLength;
    private boolean overlong;
    private int traits;
    private long passed;
    private long skipped;
    private long lineStart;
    private long number;

    LogLines(int longest, Sink sink) {
        this.longest = longest;
        this.sink = sink;
    }

    /** How many bytes came in. */
    long bytes() {
        return passed - skipped;
    }

    /** Where the line being handed over begins, in bytes since the start. */
    long lineStart() {
        return lineStart;
    }

    /** The number of the line being handed over, from 1. */
    long lineNumber() {
        return number;
    }

    /** Takes the next piece. */
    void feed(byte[] bytes, int from, int to) {
        int start = from;
        int at = Bytes.indexOfUnusual(bytes, from, to);
        while (at >= 0) {
            byte unusual = bytes[at];
            if (unusual == '\n') {
                finish(bytes, start, at, passed + at + 1 - from);
                start = at + 1;
            } else if (unusual < 0) {
                traits |= BEYOND_ASCII;
            } else if (unusual != '\r') {
                traits |= CONTROL;
            }
            at = Bytes.indexOfUnusual(bytes, at + 1, to);
        }
        keep(bytes, start, to);
        passed += to - from;
    }

    /** Nothing more comes: what is left is a line of its own. */
    void end() {
        if (keptLength > 0 || overlong) {
            finish(kept, 0, 0, passed);
        }
    }

    private void finish(byte[] bytes, int from, int to, long nextStart) {
        number++;
        if (keptLength == 0 && !overlong) {
            hand(bytes, from, to);
        } else {
            keep(bytes, from, to);
            hand(kept, 0, keptLength);
        }
        keptLength = 0;
        overlong = false;
        traits = 0;
        lineStart = nextStart;
    }

    private void hand(byte[] bytes, int from, int to) {
        if (overlong || to - from > longest) {
            sink.tooLong(bytes, from, Math.min(to, from + longest));
        } else {
            sink.line(bytes, from, to > from && bytes[to - 1] == '\r' ? to - 1 : to, traits);
        }
    }

    private void keep(byte[] bytes, int from, int to) {
        int room = longest - keptLength;
        int length = Math.min(to - from, room);
        overlong |= to - from > room;
        if (keptLength + length > kept.length) {
            kept =
                    Arrays.copyOf(
                            kept,
                            Math.min(longest, Math.max(2 * kept.length, keptLength + length)));
        }
        System.arraycopy(bytes, from, kept, keptLength, length);
        keptLength += length;
    }

    /** What comes next begins there; what lies between does not come. */
    void skipTo(long offset) {
        skipped += offset - passed;
        passed = offset;
        lineStart = offset;
    }

    void save(StateWriter to) {
        to.bytes(Arrays.copyOf(kept, keptLength));
        to.flag(overlong);
        to.number(traits);
        to.number(passed);
        to.number(skipped);
        to.number(lineStart);
        to.number(number);
    }

    void restore(StateReader from) {
        byte[] saved = from.bytes();
        kept = Arrays.copyOf(saved, Math.max(FIRST_ROOM, saved.length));
        keptLength = saved.length;
        overlong = from.flag();
        traits = (int) from.number();
        passed = from.number();
        skipped = from.number();
        lineStart = from.number();
        number = from.number();
    }
}
