package dev.cordon.domain.detection;

import dev.cordon.domain.detection.log.SecretMask;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What whoever reported an alert says about it, in their own words.
 *
 * @param title one line that names it
 * @param description what they noticed; may be empty
 * @param link where they show more of it, an {@code http} or {@code https} address; or null
 */
public record AlertNote(String title, String description, @Nullable String link) {

    public static final int LONGEST_TITLE = 200;
    public static final int LONGEST_DESCRIPTION = 10_000;
    private static final int LONGEST_LINK = 2_000;
    private static final Pattern LINK = Pattern.compile("https?://[\\x21-\\x7e]+");

    public AlertNote {
        title = title.strip();
        description = description.strip();
        if (title.isEmpty() || title.length() > LONGEST_TITLE || hasLines(title)) {
            throw new IllegalArgumentException(
                    "an alert's title is one line of 1 to " + LONGEST_TITLE + " characters");
        }
        if (description.length() > LONGEST_DESCRIPTION) {
            throw new IllegalArgumentException(
                    "an alert's description has at most " + LONGEST_DESCRIPTION + " characters");
        }
        if (link != null && (link.length() > LONGEST_LINK || !LINK.matcher(link).matches())) {
            throw new IllegalArgumentException("an alert's link is an http or https address");
        }
    }

    /** The same with the values of secrets blotted out. */
    public AlertNote masked() {
        return new AlertNote(masked(title), masked(description), link);
    }

    private static String masked(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        SecretMask.mask(bytes, 0, bytes.length);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static boolean hasLines(String text) {
        return text.chars().anyMatch(c -> c < ' ');
    }
}
