package dev.cordon.domain.detection.rule;

import com.google.re2j.Pattern;

/**
 * Where RE2/J never comes back: it walks through all cases of a letter until it is at the first one
 * again, and nine old Cyrillic letters, which Unicode 9 added, are never reached from their
 * capital. A pattern that ignores case and names one of them, alone or within a range, is compiled
 * for ever.
 */
final class Folding {

    private static final int FIRST = 0x1c80;
    private static final int LAST = 0x1c88;
    private static final java.util.regex.Pattern IGNORES_CASE =
            java.util.regex.Pattern.compile("\\(\\?[a-zA-Z]*i");

    /** A character of a class, written as it is or by its number. */
    private static final java.util.regex.Pattern CHARACTER =
            java.util.regex.Pattern.compile(
                    "\\\\x\\{([0-9a-fA-F]{1,8})}|.", java.util.regex.Pattern.DOTALL);

    private Folding() {}

    static boolean isEndless(String regex, int flags) {
        boolean folds =
                (flags & Pattern.CASE_INSENSITIVE) != 0 || IGNORES_CASE.matcher(regex).find();
        if (!folds) {
            return false;
        }
        boolean mayBeRange = regex.indexOf('[') >= 0 && regex.indexOf('-') >= 0;
        return CHARACTER
                .matcher(regex)
                .results()
                .map(
                        each ->
                                each.group(1) == null
                                        ? each.group().codePointAt(0)
                                        : number(each.group(1)))
                .anyMatch(each -> each >= FIRST && (each <= LAST || mayBeRange));
    }

    private static int number(String hex) {
        return (int) Long.parseLong(hex, 16);
    }
}
