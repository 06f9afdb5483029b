package dev.cordon.infra.pack.report;

/** Words of others as they may stand on paper: nothing that turns, hides or floods the rest. */
final class Shown {

    private static final int LONGEST = 600;

    private Shown() {}

    static String text(String words) {
        var text = new StringBuilder();
        var characters = words.codePoints().limit(LONGEST + 1L).toArray();
        for (int i = 0; i < Math.min(characters.length, LONGEST); i++) {
            append(text, characters[i]);
        }
        return text.append(characters.length > LONGEST ? "…" : "").toString();
    }

    private static void append(StringBuilder text, int character) {
        switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    text.append(isSpace(character) ? ' ' : '?');
            case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE ->
                    number(text, character);
            default -> {
                if (ReportFonts.has(character)) {
                    text.appendCodePoint(character);
                } else {
                    number(text, character);
                }
            }
        }
    }

    private static boolean isSpace(int character) {
        return character == '\n' || character == '\r' || character == '\t';
    }

    private static void number(StringBuilder text, int character) {
        text.append("[U+%04X]".formatted(character));
    }

    static String actor(String reference) {
        return text(reference.startsWith("person:") ? reference.substring(7) : reference);
    }
}
