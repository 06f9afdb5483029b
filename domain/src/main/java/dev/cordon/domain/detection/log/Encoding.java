package dev.cordon.domain.detection.log;

/** Tells text from what is not: looked at only for the few lines that hold unusual bytes. */
final class Encoding {

    private Encoding() {}

    /** Whether the unusual bytes are plain UTF-8 letters. */
    static boolean isCleanText(byte[] bytes, int from, int to, int traits) {
        return (traits & LogLines.CONTROL) == 0 && isUtf8(bytes, from, to);
    }

    /** The deeper reason, where strange bytes explain why a line was unreadable. */
    static Rejection explain(Rejection reason, byte[] bytes, int from, int to, int traits) {
        if (traits == 0 || reason == Rejection.FUTURE_TIME) {
            return reason;
        }
        if (isTwoByteText(bytes, from, to)) {
            return Rejection.WRONG_ENCODING;
        }
        if ((traits & LogLines.CONTROL) != 0) {
            return Rejection.CONTROL_CHARACTERS;
        }
        return isUtf8(bytes, from, to) ? reason : Rejection.WRONG_ENCODING;
    }

    /** UTF-16 of a log is, to a reader of bytes, every other byte a zero. */
    private static boolean isTwoByteText(byte[] bytes, int from, int to) {
        int zeros = 0;
        for (int i = from; i < to; i++) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        int length = to - from;
        return length > 1 && zeros >= length / 3 && zeros <= length - length / 3;
    }

    /** Without making an object: where names are not English, many lines hold such letters. */
    private static boolean isUtf8(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            int length = lengthOfLetter(bytes, at, to);
            if (length == 0) {
                return false;
            }
            at += length;
        }
        return true;
    }

    /** How many bytes the letter has; 0 if it is none, or spelled longer than it need be. */
    private static int lengthOfLetter(byte[] bytes, int at, int to) {
        int first = bytes[at];
        if (first >= 0) {
            return 1;
        }
        int length = first >> 5 == -2 ? 2 : first >> 4 == -2 ? 3 : first >> 3 == -2 ? 4 : 0;
        if (length == 0 || at + length > to) {
            return 0;
        }
        int letter = first & 0x7f >> length;
        for (int i = 1; i < length; i++) {
            if (bytes[at + i] >> 6 != -2) {
                return 0;
            }
            letter = letter << 6 | bytes[at + i] & 0x3f;
        }
        boolean shortest = letter >= (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x1_0000);
        boolean surrogate = letter >> 11 == 0xd800 >> 11;
        return shortest && !surrogate && letter <= Character.MAX_CODE_POINT ? length : 0;
    }
}
