package dev.cordon.domain.detection.log;

import java.nio.charset.StandardCharsets;

/**
 * A time, or a part of one, as {@code strftime} writes it: {@code %d/%b/%Y %T} and the like. A
 * format may write day, time of day and zone as variables of their own; without {@code %z} in any
 * of them it is of the source's zone.
 */
record TimePattern(byte[] pattern) {

    private static final String KNOWN = "aYymbdeHMSzs";

    /**
     * @throws IllegalArgumentException if it writes something that is not understood
     */
    static TimePattern of(String text) {
        var spelled =
                text.replace("%T", "%H:%M:%S")
                        .replace("%R", "%H:%M")
                        .replace("%F", "%Y-%m-%d")
                        .replace("%D", "%m/%d/%y")
                        .replace("%h", "%b");
        for (int i = 0; i < spelled.length(); i++) {
            if (spelled.charAt(i) == '%') {
                i++;
                if (i == spelled.length() || KNOWN.indexOf(spelled.charAt(i)) < 0) {
                    throw new IllegalArgumentException(
                            "a time of %{"
                                    + text
                                    + "}t is not understood; %Y, %y, %m, %b, %d, %e, %H, %M, %S,"
                                    + " %F, %D, %T, %R, %a, %z and %s are");
                }
            }
        }
        return new TimePattern(spelled.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether all of them together say on which day and at what time. */
    static boolean isWhole(Iterable<TimePattern> patterns) {
        return writes(patterns, "s")
                || writes(patterns, "Yy")
                        && writes(patterns, "mb")
                        && writes(patterns, "de")
                        && writes(patterns, "H")
                        && writes(patterns, "M");
    }

    /** Whether they say in which zone it is. */
    static boolean knowZone(Iterable<TimePattern> patterns) {
        return writes(patterns, "sz");
    }

    private static boolean writes(Iterable<TimePattern> patterns, String letters) {
        for (var each : patterns) {
            for (int i = 1; i < each.pattern.length; i++) {
                if (each.pattern[i - 1] == '%' && letters.indexOf(each.pattern[i]) >= 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
