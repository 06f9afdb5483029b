package dev.cordon.application.evidence;

import java.io.IOException;

/**
 * The content holds card numbers or verification codes that cannot be blotted out without breaking
 * it (PCI DSS 4.0.1, requirement 3.3.1). Nothing was kept.
 */
public class CardsInside extends IOException {

    /** Where they are, which says what can be done about it. */
    public enum Place {
        /** Within bytes that are no text. */
        BYTES,
        /** Within an archive. */
        ARCHIVE,
        /** Encoded within text, such as an attachment of a mail. */
        ENCODED
    }

    private final long found;
    private final Place place;

    CardsInside(long found, Place place) {
        super(
                "The content holds "
                        + found
                        + " card numbers or verification codes that cannot be blotted out without"
                        + " breaking it. Nothing was kept. "
                        + advice(place)
                        + " or let somebody who may leave card numbers in take it in, with the"
                        + " reason.");
        this.found = found;
        this.place = place;
    }

    private static String advice(Place place) {
        return switch (place) {
            case BYTES -> "Hand in a text export of it, where they are blotted out;";
            case ARCHIVE -> "Unpack it and hand in its text files, where they are blotted out;";
            case ENCODED ->
                    "They are encoded within the text, such as in a mail's attachment: decode that"
                            + " and hand it in as text, where they are blotted out;";
        };
    }

    public long found() {
        return found;
    }

    public Place place() {
        return place;
    }
}
