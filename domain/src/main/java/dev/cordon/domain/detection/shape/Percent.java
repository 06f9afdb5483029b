package dev.cordon.domain.detection.shape;

/**
 * Percent codes (RFC 3986, section 2.1), also Microsoft's {@code %u0041}, and UTF-8 written longer
 * than it may be, which some servers accept: {@code %c0%ae} is a dot.
 */
final class Percent {

    private Percent() {}

    /** Decodes once. The result is never longer than the text; its length is the answer. */
    static int decode(byte[] text, int length, byte[] into, boolean plus) {
        int out = 0;
        int i = 0;
        while (i < length) {
            byte b = text[i];
            if (b == '%' && i + 5 < length && (text[i + 1] | 0x20) == 'u') {
                int code = hex(text, i + 2, 4);
                if (code >= 0) {
                    into[out++] = folded(code);
                    i += 6;
                    continue;
                }
            }
            int code = b == '%' && i + 2 < length ? hex(text, i + 1, 2) : -1;
            if (code < 0) {
                into[out++] = plus && b == '+' ? (byte) ' ' : b;
                i++;
                continue;
            }
            i += 3;
            int next =
                    isOverlong(code) && i + 2 < length && text[i] == '%' ? hex(text, i + 1, 2) : -1;
            if (next >= 0x80 && next < 0xc0) {
                into[out++] = (byte) ((code & 1) << 6 | next & 0x3f);
                i += 3;
            } else if (code != 0) {
                into[out++] = (byte) code;
            }
        }
        return out;
    }

    private static boolean isOverlong(int code) {
        return code == 0xc0 || code == 0xc1;
    }

    /** A character as ASCII where it has a twin there: full-width letters do. */
    static byte folded(int code) {
        if (code >= 0xff01 && code <= 0xff5e) {
            return (byte) (code - 0xfee0);
        }
        return switch (code) {
            case 0x2018, 0x2019, 0x02b9, 0x02bc, 0x2032 -> '\'';
            case 0x201c, 0x201d, 0x2033 -> '"';
            case 0x2215, 0x2044 -> '/';
            default -> code < 0x80 ? (byte) code : (byte) '?';
        };
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
