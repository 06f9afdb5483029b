package dev.cordon.domain.notification;

/**
 * A notice in one language, with logic-less placeholders like {@code {{name}}}.
 *
 * @param subject of an e-mail; empty for SMS
 */
public record NoticeText(String subject, String body) {

    /** Longer than any honest notice, in characters. */
    public static final int LONGEST = 20_000;

    public static final int LONGEST_SUBJECT = 200;

    public NoticeText {
        if (subject.length() > LONGEST_SUBJECT
                || subject.indexOf('\n') >= 0
                || subject.indexOf('\r') >= 0) {
            throw new IllegalArgumentException(
                    "a subject is one line of at most " + LONGEST_SUBJECT + " characters");
        }
        if (body.length() > LONGEST) {
            throw new IllegalArgumentException("a notice has at most " + LONGEST + " characters");
        }
    }
}
