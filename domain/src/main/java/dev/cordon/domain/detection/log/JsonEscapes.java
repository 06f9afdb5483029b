package dev.cordon.domain.detection.log;

/**
 * Takes the escapes out of JSON text, in place. What is no escape of JSON stays as it is, but for
 * {@code \x22}, which web servers write. Reused; not safe for two threads.
 */
final class JsonEscapes {

    private static final int REPLACEMENT = 0xfffd;

    private byte[] bytes = new byte[0];
    private int at;
    private int out;
    private int to;

    /**
     * Unescapes from there to the closing quote.
     *
     * @return where the quote stands, or -1 if the bytes end before
     */
    int read(byte[] text, int from, int end) {
        bytes = text;
        at = from;
        out = from;
        to = end;
        while (at < to && bytes[at] != '"') {
            if (bytes[at] == '\\') {
                escape();
            } else {
                bytes[out++] = bytes[at++];
            }
        }
        return at < to ? at : -1;
    }

    /** Where the unescaped text ends. */
    int end() {
        return out;
    }

    private void escape() {
        if (at + 1 == to) {
            at = to;
            return;
        }
        byte letter = bytes[at + 1];
        switch (letter) {
            case 'n' -> simple('\n');
            case 't' -> simple('\t');
            case 'r' -> simple('\r');
            case 'b' -> simple('\b');
            case 'f' -> simple('\f');
            case '"', '\\', '/' -> simple((char) letter);
            case 'x' -> oneByte();
            case 'u' -> codePoint();
            default -> bytes[out++] = bytes[at++];
        }
    }

    private void simple(char meant) {
        bytes[out++] = (byte) meant;
        at += 2;
    }

    private void oneByte() {
        int value = hex(at + 2, 2);
        if (value < 0) {
            bytes[out++] = bytes[at++];
        } else {
            bytes[out++] = (byte) value;
            at += 4;
        }
    }

    private void codePoint() {
        int value = hex(at + 2, 4);
        if (value < 0) {
            bytes[out++] = bytes[at++];
            return;
        }
        at += 6;
        if (value >> 10 != 0xd800 >> 10) {
            append(value >> 10 == 0xdc00 >> 10 ? REPLACEMENT : value);
            return;
        }
        boolean second = at + 1 < to && bytes[at] == '\\' && bytes[at + 1] == 'u';
        int low = second ? hex(at + 2, 4) : -1;
        if (low >= 0 && low >> 10 == 0xdc00 >> 10) {
            at += 6;
            append(Character.toCodePoint((char) value, (char) low));
        } else {
            append(REPLACEMENT);
        }
    }

    /** As UTF-8. */
    private void append(int value) {
        if (value < 0x80) {
            bytes[out++] = (byte) value;
        } else if (value < 0x800) {
            bytes[out++] = (byte) (0xc0 | value >> 6);
            bytes[out++] = (byte) (0x80 | value & 0x3f);
        } else if (value < 0x1_0000) {
            bytes[out++] = (byte) (0xe0 | value >> 12);
            bytes[out++] = (byte) (0x80 | value >> 6 & 0x3f);
            bytes[out++] = (byte) (0x80 | value & 0x3f);
        } else {
            bytes[out++] = (byte) (0xf0 | value >> 18);
            bytes[out++] = (byte) (0x80 | value >> 12 & 0x3f);
            bytes[out++] = (byte) (0x80 | value >> 6 & 0x3f);
            bytes[out++] = (byte) (0x80 | value & 0x3f);
        }
    }

    /** The number that so many hexadecimal digits make, or -1. */
    private int hex(int from, int digits) {
        if (from + digits > to) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = Character.digit(bytes[i], 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }
}
