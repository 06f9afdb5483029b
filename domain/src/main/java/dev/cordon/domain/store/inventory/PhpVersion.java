package dev.cordon.domain.store.inventory;

import java.util.ArrayList;
import java.util.List;

/**
 * The order of versions as PHP's {@code version_compare} has it, by which WordPress compares: parts
 * of digits by their number, parts of letters by what they mean ({@code dev < alpha < beta < RC <}
 * nothing {@code < pl}), and whatever means nothing before all of them.
 */
public final class PhpVersion {

    /** Where the version has ended. */
    private static final String END = "#";

    private PhpVersion() {}

    /**
     * @return negative if the first is the older one, 0 if they are the same
     */
    public static int compare(String first, String second) {
        var one = parts(first);
        var other = parts(second);
        if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(!one.isEmpty(), !other.isEmpty());
        }
        int both = Math.min(one.size(), other.size());
        for (int each = 0; each < both; each++) {
            int order = compareParts(one.get(each), other.get(each));
            if (order != 0) {
                return order;
            }
        }
        if (one.size() > both) {
            return rest(one.get(both));
        }
        return other.size() > both ? -rest(other.get(both)) : 0;
    }

    /** A number behind the end is more; letters are more or less than the end. */
    private static int rest(String part) {
        return isNumber(part) ? 1 : compareParts(part, END);
    }

    private static int compareParts(String one, String other) {
        if (isNumber(one) && isNumber(other)) {
            var left = one.replaceFirst("^0+(?=.)", "");
            var right = other.replaceFirst("^0+(?=.)", "");
            return left.length() != right.length()
                    ? Integer.compare(left.length(), right.length())
                    : Integer.signum(left.compareTo(right));
        }
        return Integer.compare(
                meaning(isNumber(one) ? END : one), meaning(isNumber(other) ? END : other));
    }

    private static int meaning(String part) {
        if (part.startsWith("dev")) {
            return 0;
        }
        if (part.startsWith("a")) {
            return 1;
        }
        if (part.startsWith("b")) {
            return 2;
        }
        if (part.startsWith("RC") || part.startsWith("rc")) {
            return 3;
        }
        if (part.startsWith(END)) {
            return 4;
        }
        return part.startsWith("pl") || part.startsWith("p") ? 5 : -1;
    }

    private static boolean isNumber(String part) {
        return !part.isEmpty() && Character.isDigit(part.charAt(0));
    }

    /** Split at {@code . - _ +} and wherever digits meet letters. */
    private static List<String> parts(String version) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        for (char c : version.strip().toCharArray()) {
            boolean separates = !(c >= '0' && c <= '9') && !Character.isLetter(c);
            boolean turns =
                    !part.isEmpty() && Character.isDigit(part.charAt(0)) != (c >= '0' && c <= '9');
            if ((separates || turns) && !part.isEmpty()) {
                parts.add(part.toString());
                part.setLength(0);
            }
            if (!separates) {
                part.append(c);
            }
        }
        if (!part.isEmpty()) {
            parts.add(part.toString());
        }
        return parts;
    }
}
