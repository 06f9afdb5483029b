package dev.cordon.infra.detection;

import org.jspecify.annotations.Nullable;

/**
 * What a value without quotes is in YAML 1.2's core schema. A number stays a text where reading it
 * would change how it is written, because rules compare texts.
 */
final class PlainScalar {

    private static final int MOST_DIGITS = 15;
    private static final int MOST_DECIMALS = 3;

    private PlainScalar() {}

    static @Nullable Object of(String text) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> null;
            case "true", "True", "TRUE" -> true;
            case "false", "False", "FALSE" -> false;
            default -> isNumber(text) ? number(text) : text;
        };
    }

    private static Object number(String text) {
        if (text.indexOf('.') < 0) {
            return Long.parseLong(text);
        }
        return Double.parseDouble(text);
    }

    /** {@code -12} or {@code 1.5}; not {@code 012}, {@code +1}, {@code 1e3} or {@code 1.50}. */
    private static boolean isNumber(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int point = text.indexOf('.');
        int end = point < 0 ? text.length() : point;
        boolean whole = areDigits(text, start, end, MOST_DIGITS);
        boolean unpadded = end - start == 1 || whole && text.charAt(start) != '0';
        if (point < 0) {
            return whole && unpadded && !text.equals("-0");
        }
        return areDigits(text, start, end, 6)
                && unpadded
                && areDigits(text, point + 1, text.length(), MOST_DECIMALS)
                && (text.length() == point + 2 || !text.endsWith("0"));
    }

    private static boolean areDigits(String text, int from, int to, int most) {
        if (to <= from || to - from > most) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
