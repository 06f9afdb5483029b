package dev.cordon.domain.notification;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a notice may fill in. There is nothing else: no logic, no loops, no other names. */
public enum Placeholder {
    /** The recipient's name as the store knows it, or a neutral greeting. */
    NAME,
    /** The store's name. */
    STORE,
    /** The store's contact for questions about personal data. */
    CONTACT,
    /** The first day of the exposure, in the store's zone and the notice's language. */
    FROM,
    /** The last day of the exposure. */
    TO,
    /** The incident's reference, to quote in questions. */
    REFERENCE;

    /** As written between the braces. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Placeholder> of(String key) {
        return Arrays.stream(values()).filter(p -> p.key().equals(key)).findFirst();
    }
}
