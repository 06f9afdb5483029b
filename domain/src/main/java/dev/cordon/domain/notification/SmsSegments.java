package dev.cordon.domain.notification;

/**
 * Into how many text messages a text is cut (3GPP TS 23.038 and 23.040): each is paid for, and each
 * may arrive late.
 *
 * @param alphabet what the text needs; one letter outside of GSM 7-bit more than halves the room
 * @param count 0 for an empty text
 */
public record SmsSegments(Alphabet alphabet, int count) {

    /** How characters are packed, and how many fit into a single and into a linked message. */
    public enum Alphabet {
        GSM_7(160, 153),
        UCS_2(70, 67);

        private final int single;
        private final int linked;

        Alphabet(int single, int linked) {
            this.single = single;
            this.linked = linked;
        }
    }

    private static final String BASIC =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                    + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** Sent as an escape and a second character. */
    private static final String EXTENDED = "\f^{}\\[~]|€";

    public static SmsSegments of(String text) {
        var alphabet =
                text.chars().allMatch(c -> BASIC.indexOf(c) >= 0 || EXTENDED.indexOf(c) >= 0)
                        ? Alphabet.GSM_7
                        : Alphabet.UCS_2;
        int whole = text.codePoints().map(c -> units(alphabet, c)).sum();
        return new SmsSegments(
                alphabet, whole <= alphabet.single ? Math.min(whole, 1) : linked(alphabet, text));
    }

    /** No character is split over two messages. */
    private static int linked(Alphabet alphabet, String text) {
        int segments = 1;
        int used = 0;
        for (int character : text.codePoints().toArray()) {
            int units = units(alphabet, character);
            if (used + units > alphabet.linked) {
                segments++;
                used = 0;
            }
            used += units;
        }
        return segments;
    }

    private static int units(Alphabet alphabet, int character) {
        return switch (alphabet) {
            case GSM_7 -> EXTENDED.indexOf(character) >= 0 ? 2 : 1;
            case UCS_2 -> Character.charCount(character);
        };
    }
}
