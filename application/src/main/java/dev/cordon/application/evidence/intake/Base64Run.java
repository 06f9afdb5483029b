package dev.cordon.application.evidence.intake;

import java.io.IOException;
import java.io.InputStream;

/**
 * The characters of a run of Base64. A run goes on in the next line if nothing else stands in its
 * own and that has whole groups of four.
 */
final class Base64Run extends InputStream {

    /** By the byte, read without its sign. */
    private static final boolean[] ONES = new boolean[256];

    static {
        for (char one = 0; one < 128; one++) {
            ONES[one] =
                    one >= 'a' && one <= 'z'
                            || one >= 'A' && one <= 'Z'
                            || one >= '0' && one <= '9'
                            || "+/-_".indexOf(one) >= 0;
        }
    }

    private final EncodedText text;
    private final boolean joins;
    private int line;
    private boolean ended;
    private boolean withLine;

    /**
     * @param joins whether it begins its line
     */
    Base64Run(EncodedText text, boolean joins) {
        this.text = text;
        this.joins = joins;
    }

    /**
     * @param one a byte, or -1 at the end
     */
    static boolean isOne(int one) {
        return one >= 0 && ONES[one];
    }

    /** Where the run that begins there ends, or what is there. */
    static int end(byte[] bytes, int from, int to) {
        int past = from;
        while (past < to && ONES[bytes[past] & 0xff]) {
            past++;
        }
        return past;
    }

    /** Where the run that ends there begins, not before what is there. */
    static int begin(byte[] bytes, int from, int to) {
        int at = to;
        while (at > from && ONES[bytes[at - 1] & 0xff]) {
            at--;
        }
        return at;
    }

    /** Passes over what is left of it. */
    void end() throws IOException {
        while (read() >= 0) {
            // all of it is passed over
        }
    }

    /** Whether its last line is over. */
    boolean endedWithLine() {
        return withLine;
    }

    @Override
    public int read() throws IOException {
        if (ended || !isOne(text.peek()) && !isNextLine()) {
            ended = true;
            return -1;
        }
        int one = text.peek();
        text.take();
        line++;
        return one;
    }

    private boolean isNextLine() throws IOException {
        if (!joins || line == 0 || line % 4 != 0) {
            return false;
        }
        if (text.peek() == '\r') {
            text.take();
        }
        if (text.peek() != '\n') {
            return false;
        }
        text.take();
        line = 0;
        withLine = !isOne(text.peek());
        return !withLine;
    }
}
