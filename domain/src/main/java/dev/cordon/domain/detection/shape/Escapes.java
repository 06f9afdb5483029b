package dev.cordon.domain.detection.shape;

import java.util.Map;

/**
 * HTML's character references, script's {@code \\u0027} and {@code \\x27}, and the twins of ASCII's
 * characters.
 */
final class Escapes {

    private static final Words NAMES =
            Words.of(
                    """
                    lt gt amp quot apos colon lpar rpar sol bsol tab newline nbsp comma period semi
                    equals num excl dollar percnt lsqb rsqb lcub rcub lowbar grave
                    """);
    private static final Map<String, Character> NAMED =
            Map.ofEntries(
                    Map.entry("lt", '<'),
                    Map.entry("gt", '>'),
                    Map.entry("amp", '&'),
                    Map.entry("quot", '"'),
                    Map.entry("apos", '\''),
                    Map.entry("colon", ':'),
                    Map.entry("lpar", '('),
                    Map.entry("rpar", ')'),
                    Map.entry("sol", '/'),
                    Map.entry("bsol", '\\'),
                    Map.entry("tab", ' '),
                    Map.entry("newline", ' '),
                    Map.entry("nbsp", ' '),
                    Map.entry("comma", ','),
                    Map.entry("period", '.'),
                    Map.entry("semi", ';'),
                    Map.entry("equals", '='),
                    Map.entry("num", '#'),
                    Map.entry("excl", '!'),
                    Map.entry("dollar", '$'),
                    Map.entry("percnt", '%'),
                    Map.entry("lsqb", '['),
                    Map.entry("rsqb", ']'),
                    Map.entry("lcub", '{'),
                    Map.entry("rcub", '}'),
                    Map.entry("lowbar", '_'),
                    Map.entry("grave", '`'));
    private static final int LONGEST = 10;

    private Escapes() {}

    /** Resolves them once. The result is never longer than the text; its length is the answer. */
    static int resolve(byte[] text, int length, byte[] into) {
        int out = 0;
        int i = 0;
        while (i < length) {
            long found = text[i] == 0 ? found(0, 1) : at(text, i, length);
            int code = (int) found;
            if (found < 0) {
                into[out++] = text[i++];
                continue;
            }
            i += (int) (found >>> 32);
            if (code != 0) {
                into[out++] = (byte) code;
            }
        }
        return out;
    }

    /** The character that is spelled there and how many bytes spell it, or -1. */
    private static long at(byte[] text, int i, int length) {
        int b = text[i] & 0xff;
        if (b == '&') {
            return i + 1 < length && text[i + 1] == '#'
                    ? numbered(text, i, length)
                    : named(text, i, length);
        }
        if (b == '\\' && i + 3 < length) {
            return escaped(text, i, length);
        }
        if (b == 0xa0 && (i == 0 || text[i - 1] >= 0)) {
            return found(' ', 1);
        }
        if (b >= 0xc2 && b < 0xe0 && i + 1 < length) {
            return twin((b & 0x1f) << 6 | text[i + 1] & 0x3f, 2);
        }
        if (b >= 0xe0 && b < 0xf0 && i + 2 < length) {
            return twin((b & 0xf) << 12 | (text[i + 1] & 0x3f) << 6 | text[i + 2] & 0x3f, 3);
        }
        return -1;
    }

    private static long named(byte[] text, int i, int length) {
        int end = i + 1;
        while (end < length && end - i < LONGEST && text[end] != ';') {
            end++;
        }
        if (end == length || text[end] != ';') {
            return -1;
        }
        var character = NAMED.get(NAMES.find(text, i + 1, end));
        return character == null ? -1 : found(character, end + 1 - i);
    }

    private static long numbered(byte[] text, int i, int length) {
        boolean hexadecimal = i + 2 < length && (text[i + 2] | 0x20) == 'x';
        int start = i + (hexadecimal ? 3 : 2);
        int end = start;
        int value = 0;
        while (end < length && end - start < LONGEST) {
            int digit = Character.digit(text[end], hexadecimal ? 16 : 10);
            if (digit < 0) {
                break;
            }
            value = Math.min(value * (hexadecimal ? 16 : 10) + digit, Character.MAX_CODE_POINT);
            end++;
        }
        if (end == start) {
            return -1;
        }
        boolean closed = end < length && text[end] == ';';
        return found(Twins.asciiOr(value, '?'), end + (closed ? 1 : 0) - i);
    }

    private static long escaped(byte[] text, int i, int length) {
        int code = -1;
        int width = 0;
        if (text[i + 1] == 'x') {
            code = Percent.hex(text, i + 2, 2);
            width = 4;
        } else if (text[i + 1] == 'u' && i + 5 < length) {
            code = Percent.hex(text, i + 2, 4);
            width = 6;
        }
        return code < 0 ? -1 : found(Twins.asciiOr(code, '?'), width);
    }

    private static long twin(int character, int width) {
        int twin = Twins.of(character);
        return twin < 0 ? -1 : found(twin, width);
    }

    private static long found(int character, int width) {
        return (long) width << 32 | character;
    }
}
