package dev.cordon.domain.detection;

import java.util.regex.Pattern;

/**
 * Text that strangers wrote, without what makes it look like something else: control characters,
 * and those without a shape of their own (Unicode's general category Cf), which turn the direction
 * of reading (UAX #9) or hide between letters. The joiners that some scripts need are left.
 */
public final class ForeignText {

    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?|[\\x85\\u2028\\u2029]");
    private static final Pattern SHAPELESS = Pattern.compile("[\\p{Cf}&&[^\\u200c\\u200d]]");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\n]]");
    private static final Pattern HALVES = Pattern.compile("\\p{Cs}");
    private static final Pattern GAPS = Pattern.compile("\\n[ \\n]*\\n[ \\n]*\\n");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private ForeignText() {}

    /** Several lines, without spaces around them; at most one empty line in a row. */
    public static String lines(String text) {
        var safe = LINE_ENDS.matcher(text).replaceAll("\n");
        safe = SHAPELESS.matcher(safe).replaceAll("");
        safe = CONTROLS.matcher(safe).replaceAll(" ");
        safe = HALVES.matcher(safe).replaceAll("\ufffd");
        return GAPS.matcher(safe).replaceAll("\n\n").strip();
    }

    /** One line, which ends with an ellipsis if it was longer than so many characters. */
    public static String line(String text, int longest) {
        var line = SPACES.matcher(lines(text)).replaceAll(" ");
        return cut(line, longest);
    }

    /** At most so many characters; an ellipsis is the last one of what is cut. */
    public static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
                + "…";
    }
}
