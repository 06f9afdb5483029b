package dev.cordon.domain.evidence.intake;

/**
 * Bytes read as a text means them: in one byte a character or in two or four (UTF-16, UTF-32, both
 * orders), percent-encoded or not. What parts the groups of a card number, in whatever writing, is
 * read as a blank or a dash.
 *
 * @param width bytes of a character: 1, 2 or 4
 */
record Characters(byte[] bytes, int from, int to, int width) {

    /** No character that anybody looks for. */
    static final int OTHER = 0xff;

    /** How many bytes the character there takes, at least one width. */
    int length(int at) {
        if (width == 1 && at + 2 < to) {
            int first = bytes[at] & 0xff;
            if (first == '%' && hex(at + 1) >= 0 && hex(at + 2) >= 0) {
                return 3;
            }
            if (first == 0xc2 && (bytes[at + 1] & 0xff) == 0xa0) {
                return 2;
            }
            if (first == 0xe2 && (bytes[at + 1] & 0xff) == 0x80 && wide(bytes[at + 2]) != OTHER) {
                return 3;
            }
        }
        return width;
    }

    /** The character there; {@link #OTHER} at the end. */
    int at(int at) {
        if (at < from || at >= to) {
            return OTHER;
        }
        int length = length(at);
        if (width > 1) {
            return wideAt(at);
        }
        int first = bytes[at] & 0xff;
        if (length == 1) {
            return first == 0xa0 ? ' ' : first;
        }
        if (first == '%') {
            return hex(at + 1) << 4 | hex(at + 2);
        }
        return length == 2 ? ' ' : wide(bytes[at + 2]);
    }

    private int wideAt(int at) {
        for (int i = at + 1; i < Math.min(to, at + width); i++) {
            if (bytes[i] != 0) {
                return OTHER;
            }
        }
        int one = bytes[at] & 0xff;
        return one == 0xa0 ? ' ' : one;
    }

    /** Thin blanks and the dashes of typesetting, by their last byte. */
    private static int wide(byte last) {
        return switch (last & 0xff) {
            case 0x87, 0x88, 0x89, 0xaf -> ' ';
            case 0x90, 0x91, 0x92, 0x93, 0x94 -> '-';
            default -> OTHER;
        };
    }

    private int hex(int at) {
        return Character.digit(bytes[at], 16);
    }

    boolean isDigit(int at) {
        int one = at(at);
        return one >= '0' && one <= '9';
    }

    /** Puts a star in its place; the text keeps its length. */
    void blot(int at) {
        if (length(at) == 3 && bytes[at] == '%') {
            bytes[at + 1] = '2';
            bytes[at + 2] = 'A';
        } else {
            bytes[at] = '*';
        }
    }

    /** What parts two groups of digits: a blank, a dash or a dot; 0 if it parts none. */
    int parting(int at) {
        return switch (at(at)) {
            case ' ', '+', '\t' -> ' ';
            case '-', '_' -> '-';
            case '.' -> '.';
            default -> 0;
        };
    }

    /**
     * Whether a number may begin there: what stands before it is no part of a word, and no number's
     * point. The letter of an escape, {@code \n} or {@code \\u0022}, is none.
     */
    boolean beginsThere(int at) {
        int before = at - width;
        if (before < from) {
            return true;
        }
        int one = width == 1 ? bytes[before] & 0xff : wideAt(before);
        if (one == '.') {
            return false;
        }
        return !isWord(one) || isEscaped(at);
    }

    private boolean isEscaped(int at) {
        if (width != 1) {
            return false;
        }
        return is(at - 2, '\\') && "ntrb0f".indexOf(bytes[at - 1]) >= 0
                || is(at - 3, '%') && hex(at - 2) >= 0 && hex(at - 1) >= 0
                || is(at - 2, '%') && is(at - 1, 'B')
                || is(at - 4, '\\') && is(at - 3, 'x')
                || is(at - 6, '\\') && is(at - 5, 'u');
    }

    private boolean is(int at, char what) {
        return at >= from && bytes[at] == what;
    }

    static boolean isWord(int one) {
        return one >= '0' && one <= '9'
                || one >= 'a' && one <= 'z'
                || one >= 'A' && one <= 'Z'
                || one == '_';
    }
}
