package dev.cordon.domain.detection.rule;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Regular expressions that others wrote, made harmless: RE2 matches in time linear in the text, and
 * what is compiled stays small, however repetitions are nested in each other.
 */
final class Regexes {

    /** Instructions of RE2, which every character of a text may have to pass. */
    static final int LARGEST = 2_000;

    private static final int LONGEST = 4_000;
    private static final int DEEPEST = 50;

    private final String regex;
    private final Deque<Long> outer = new ArrayDeque<>();
    private long size;
    private long last;
    private int at;

    private Regexes(String regex) {
        this.regex = regex;
    }

    static Pattern compiled(String regex, int flags) {
        if (regex.length() > LONGEST) {
            throw new Refused("a pattern has at most " + LONGEST + " characters");
        }
        if (new Regexes(regex).isTooLarge()) {
            throw tooLarge(regex);
        }
        if (Folding.isEndless(regex, flags)) {
            throw new Refused(
                    "the pattern "
                            + shortened(regex)
                            + " ignores the case of letters that have no end of cases (U+1C80 to"
                            + " U+1C88); name the letters that are meant, or their case");
        }
        try {
            var pattern = Pattern.compile(regex, flags);
            if (pattern.programSize() > LARGEST) {
                throw tooLarge(regex);
            }
            return pattern;
        } catch (PatternSyntaxException e) {
            throw new Refused(
                    "the regular expression "
                            + shortened(regex)
                            + " is wrong or cannot run in linear time: "
                            + e.getDescription());
        }
    }

    private static Refused tooLarge(String regex) {
        return new Refused(
                "the pattern " + shortened(regex) + " is too large or too deeply nested");
    }

    private static String shortened(String regex) {
        return regex.length() > 80 ? regex.substring(0, 80) + "…" : regex;
    }

    /**
     * Counts roughly, before anything is compiled: a repeated group costs its size so many times,
     * which is how a short text can ask for millions of instructions.
     */
    private boolean isTooLarge() {
        while (at < regex.length()) {
            char c = regex.charAt(at++);
            switch (c) {
                case '(' -> {
                    outer.push(size);
                    size = 0;
                }
                case ')' -> close();
                case '{' -> repeat();
                case '[' -> skipClass();
                case '\\' -> {
                    at++;
                    atom();
                }
                default -> atom();
            }
            if (outer.size() > DEEPEST || size + last > 2L * LARGEST) {
                return true;
            }
        }
        return false;
    }

    private void atom() {
        last = 1;
        size++;
    }

    private void close() {
        if (!outer.isEmpty()) {
            last = size + 2;
            size = outer.pop() + last;
        }
    }

    /** {@code {3}}, {@code {3,}} or {@code {3,5}}; anything else is a brace. */
    private void repeat() {
        int end = regex.indexOf('}', at);
        var counts = end < 0 || end - at > 12 ? "" : regex.substring(at, end);
        if (!counts.matches("\\d{1,4}(,\\d{0,4})?")) {
            atom();
            return;
        }
        long times = 0;
        for (var count : counts.split(",")) {
            times = Math.max(times, Long.parseLong(count));
        }
        size += last * times;
        last *= times + 1;
        at = end + 1;
    }

    private void skipClass() {
        int i = at;
        if (i < regex.length() && regex.charAt(i) == '^') {
            i++;
        }
        if (i < regex.length() && regex.charAt(i) == ']') {
            i++;
        }
        while (i < regex.length() && regex.charAt(i) != ']') {
            i += regex.charAt(i) == '\\' ? 2 : 1;
        }
        at = i + 1;
        atom();
    }
}
