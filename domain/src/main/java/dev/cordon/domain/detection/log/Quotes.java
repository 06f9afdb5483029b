package dev.cordon.domain.detection.log;

/** Finds where quoted text ends; {@code \"} does not end it. */
final class Quotes {

    private Quotes() {}

    /** The first quote from there on that no backslash takes away, or -1. */
    static int closing(byte[] bytes, int from, int to) {
        int quote = Bytes.indexOf((byte) '"', bytes, from, to);
        while (quote > from && isEscaped(bytes, from, quote)) {
            quote = Bytes.indexOf((byte) '"', bytes, quote + 1, to);
        }
        return quote;
    }

    /** Whether an odd number of backslashes stands before it. */
    static boolean isEscaped(byte[] bytes, int from, int quote) {
        int i = quote;
        while (i > from && bytes[i - 1] == '\\') {
            i--;
        }
        return (quote - i & 1) == 1;
    }
}
