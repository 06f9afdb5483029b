package dev.cordon.domain.detection.shape;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** HTML's character references, script's {@code \\u0027} and {@code \\x27}, full-width letters. */
final class Escapes {

    private static final Map<String, Integer> NAMED =
            Map.ofEntries(
                    Map.entry("lt", (int) '<'),
                    Map.entry("gt", (int) '>'),
                    Map.entry("amp", (int) '&'),
                    Map.entry("quot", (int) '"'),
                    Map.entry("apos", (int) '\''),
                    Map.entry("colon", (int) ':'),
                    Map.entry("lpar", (int) '('),
                    Map.entry("rpar", (int) ')'),
                    Map.entry("sol", (int) '/'),
                    Map.entry("tab", (int) ' '),
                    Map.entry("newline", (int) ' '),
                    Map.entry("nbsp", (int) ' '));
    private static final int LONGEST_NAME = 8;
    private static final int LONGEST_NUMBER = 8;

    private Escapes() {}

    /** Resolves them once. The result is never longer than the text; its length is the answer. */
    static int resolve(byte[] text, int length, byte[] into) {
        int out = 0;
        int i = 0;
        while (i < length) {
            int taken = 0;
            int code = -1;
            if (text[i] == '&') {
                int end = semicolon(text, i + 1, length);
                code = end < 0 ? -1 : reference(text, i + 1, end);
                taken = end + 1 - i;
            } else if (text[i] == '\\' && i + 3 < length) {
                boolean wide = text[i + 1] == 'u' && i + 5 < length;
                code = wide ? Percent.hex(text, i + 2, 4) : -1;
                taken = 6;
                if (text[i + 1] == 'x') {
                    code = Percent.hex(text, i + 2, 2);
                    taken = 4;
                }
            } else if ((text[i] & 0xff) == 0xef && i + 2 < length) {
                code = fullWidth(text, i);
                taken = 3;
            }
            if (code >= 0) {
                into[out++] = Percent.folded(code);
                i += taken;
            } else {
                into[out++] = text[i++];
            }
        }
        return out;
    }

    private static int semicolon(byte[] text, int from, int length) {
        int limit = Math.min(length, from + Math.max(LONGEST_NAME, LONGEST_NUMBER) + 2);
        for (int i = from; i < limit; i++) {
            if (text[i] == ';') {
                return i;
            }
        }
        return -1;
    }

    private static int reference(byte[] text, int from, int end) {
        if (from == end) {
            return -1;
        }
        if (text[from] != '#') {
            var name = new String(text, from, end - from, StandardCharsets.US_ASCII);
            return NAMED.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), -1);
        }
        boolean hexadecimal = end - from > 2 && (text[from + 1] | 0x20) == 'x';
        int radix = hexadecimal ? 16 : 10;
        int value = 0;
        int start = from + (hexadecimal ? 2 : 1);
        if (start == end || end - start > LONGEST_NUMBER) {
            return -1;
        }
        for (int i = start; i < end; i++) {
            int digit = Character.digit(text[i], radix);
            if (digit < 0 || value > 0x10_ffff) {
                return -1;
            }
            value = value * radix + digit;
        }
        return value;
    }

    private static int fullWidth(byte[] text, int at) {
        int code = (text[at] & 0xf) << 12 | (text[at + 1] & 0x3f) << 6 | text[at + 2] & 0x3f;
        return code >= 0xff01 && code <= 0xff5e ? code : -1;
    }
}
