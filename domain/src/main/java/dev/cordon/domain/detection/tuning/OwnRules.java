package dev.cordon.domain.detection.tuning;

import java.nio.charset.StandardCharsets;

/**
 * A file of a store's own Sigma rules, as somebody wrote it.
 *
 * @param name to tell it by: {@code own-rules.yml}
 * @param text YAML, one or several documents
 */
public record OwnRules(String name, String text) {

    /** So many bytes of UTF-8 one file may have. */
    public static final int LARGEST = 128 * 1024;

    public OwnRules {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            throw new IllegalArgumentException(
                    "a file of rules is named by letters, digits, dots, lines and underscores, at"
                            + " most 100 of them");
        }
        if (text.isBlank() || size(text) > LARGEST) {
            throw new IllegalArgumentException(
                    "a file of rules has 1 to " + LARGEST / 1024 + " KiB: " + name);
        }
    }

    int size() {
        return size(text);
    }

    private static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
