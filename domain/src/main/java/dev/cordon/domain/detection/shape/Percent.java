package dev.cordon.domain.detection.shape;

/**
 * Percent codes, also {@code %u0041}, and UTF-8 that is longer than it may be but that careless
 * servers accept: {@code %c0%ae} is a dot. NUL bytes are dropped, as databases and shells see none.
 */
final class Percent {

    /** So many percent signs are no price's. */
    private static final int LEAST_STRAYS = 6;

    private Percent() {}

    /**
     * Decodes once. The result is never longer than the text; its length is the answer.
     *
     * @param plus whether a plus is a blank
     */
    static int decode(byte[] text, int length, byte[] into, boolean plus) {
        int out = 0;
        int i = 0;
        while (i < length) {
            int code = text[i] & 0xff;
            int width = 1;
            if (code == '%') {
                int wide = wide(text, i, length);
                int one = code(text, i, length);
                int tails = tails(one, text, i + 3, length);
                if (wide >= 0) {
                    code = Twins.asciiOr(wide, '?');
                    width = 6;
                } else if (one >= 0) {
                    code = tails == 0 ? one : narrow(one, text, i + 3, tails);
                    width = 3 + 3 * tails;
                }
            } else if (code == '+' && plus) {
                code = ' ';
            }
            i += width;
            if (code != 0) {
                into[out++] = (byte) code;
            }
        }
        return out;
    }

    /** Whether percent signs that are none of a code stand everywhere. */
    static boolean isLittered(byte[] text, int length) {
        int strays = 0;
        for (int i = 0; i < length; i++) {
            strays += text[i] == '%' ? 1 : 0;
        }
        return strays >= LEAST_STRAYS && strays * 3 >= length;
    }

    /** Takes percent signs out, as some servers do that read {@code %s%e%l%e%c%t}. */
    static int dropStray(byte[] text, int length, byte[] into) {
        int out = 0;
        for (int i = 0; i < length; i++) {
            if (text[i] != '%') {
                into[out++] = text[i];
            }
        }
        return out;
    }

    /** Whether a code is left that would be decoded. */
    static boolean isIn(byte[] text, int length) {
        int i = 0;
        while (i < length && code(text, i, length) < 0 && wide(text, i, length) < 0) {
            i++;
        }
        return i < length;
    }

    /** How many codes follow that belong to a character written longer than it may be. */
    private static int tails(int first, byte[] text, int at, int length) {
        int second = code(text, at, length);
        if (first == 0xc0 || first == 0xc1) {
            return isTail(second) || second >= ' ' && second < 0x80 ? 1 : 0;
        }
        int most =
                first == 0xe0 ? 2 : first == 0xf0 ? 3 : first == 0xf8 ? 4 : first == 0xfc ? 5 : 0;
        for (int tail = 0; tail < most; tail++) {
            int code = code(text, at + 3 * tail, length);
            boolean narrow = code == 0x80 || tail == most - 2 && code == 0x81;
            if (tail == most - 1 ? !isTail(code) : !narrow) {
                return 0;
            }
        }
        return most;
    }

    private static int narrow(int first, byte[] text, int at, int tails) {
        int upper = tails == 1 ? first : hex(text, at + 3 * tails - 5, 2);
        int last = hex(text, at + 3 * tails - 2, 2);
        if (last < 0x80) {
            return last;
        }
        return (upper & 1) << 6 | last & 0x3f;
    }

    private static boolean isTail(int code) {
        return code >= 0x80 && code < 0xc0;
    }

    private static int wide(byte[] text, int at, int length) {
        boolean marked = at + 5 < length && text[at] == '%' && (text[at + 1] | 0x20) == 'u';
        return marked ? hex(text, at + 2, 4) : -1;
    }

    private static int code(byte[] text, int at, int length) {
        return at + 2 < length && text[at] == '%' ? hex(text, at + 1, 2) : -1;
    }

    /** The number that so many hexadecimal digits write, or -1. */
    static int hex(byte[] text, int at, int digits) {
        int value = 0;
        for (int i = at; i < at + digits; i++) {
            int digit = Character.digit(text[i], 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }
}
