package dev.cordon.domain.detection.log;

import java.util.Arrays;
import java.util.HexFormat;

/** The beginning of a line as text that is safe to show: one line, printable ASCII, no secrets. */
public final class Excerpt {

    private static final int LONGEST = 160;

    private Excerpt() {}

    /** The whole line, as text that is safe to show. */
    public static String whole(byte[] line) {
        return of(line, 0, line.length, line.length);
    }

    static String of(byte[] bytes, int from, int to) {
        return of(bytes, from, to, LONGEST);
    }

    private static String of(byte[] bytes, int from, int to, int longest) {
        int end = Math.min(to, from + longest);
        byte[] beginning = Arrays.copyOfRange(bytes, from, end);
        SecretMask.mask(beginning, 0, beginning.length);
        var text = new StringBuilder(beginning.length + 1);
        for (byte b : beginning) {
            if (b >= ' ' && b < 0x7f) {
                text.append((char) b);
            } else {
                text.append("\\x").append(HexFormat.of().toHexDigits(b));
            }
        }
        return end < to ? text.append('…').toString() : text.toString();
    }
}
