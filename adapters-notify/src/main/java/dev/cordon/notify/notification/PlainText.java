package dev.cordon.notify.notification;

import java.util.regex.Pattern;

/** Text from outside that goes into a message: one line, nothing that steers a reader's screen. */
final class PlainText {

    /** Longer than a mail address or an honest name, in characters. */
    static final int LONGEST_VALUE = 320;

    /** Controls, line and paragraph breaks, and marks that turn the reading direction around. */
    private static final Pattern STEERING =
            Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+");

    private PlainText() {}

    static String value(String text) {
        return shortened(line(text), LONGEST_VALUE);
    }

    static String line(String text) {
        return STEERING.matcher(text).replaceAll(" ").strip();
    }

    /** At most that many characters; a cut shows as an ellipsis and never halves a character. */
    static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
                + "…";
    }
}
