package dev.cordon.application.notification;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * The name that a letter greets with. Anybody may enter anything as a name in a store: what holds a
 * link or an address would travel under the store's own name, and is left out.
 */
final class LetterName {

    private static final int LONGEST = 80;

    private static final Pattern NO_NAME =
            Pattern.compile("[@/\\\\<>{}|]|(?i:www\\.)|\\p{L}{2,}\\.\\p{Ll}{2,}(?=[\\s:?]|$)");

    private static final String NEUTRAL_ENGLISH = "customer";

    private static final Map<String, String> NEUTRAL =
            Map.of("en", NEUTRAL_ENGLISH, "de", "liebe Kundin, lieber Kunde");

    private LetterName() {}

    /** The person's name, or words that greet anybody. */
    static String of(String name, String language) {
        return name.isBlank() || name.length() > LONGEST || NO_NAME.matcher(name).find()
                ? NEUTRAL.getOrDefault(language, NEUTRAL_ENGLISH)
                : name;
    }
}
