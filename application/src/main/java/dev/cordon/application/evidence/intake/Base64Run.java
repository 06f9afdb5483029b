package dev.cordon.application.evidence.intake;

import java.io.IOException;
import java.io.InputStream;

/**
 * The characters of a run of Base64. A run goes on in the next line if nothing else stands in its
 * own and that has whole groups of four.
 */
final class Base64Run extends InputStream {

    private static final boolean[] ONES = new boolean[128];

    static {
        for (char one = 0; one < ONES.length; one++) {
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

    static boolean isOne(int one) {
        return one >= 0 && one < 128 && ONES[one];
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
