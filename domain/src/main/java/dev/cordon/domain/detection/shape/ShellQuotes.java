package dev.cordon.domain.detection.shape;

/** What a shell takes away before it looks for a command: {@code w'h'o\a$@mi}. */
final class ShellQuotes {

    private ShellQuotes() {}

    /** Writes the text without it; an {@code \n} that is spelled out becomes a line's end. */
    static void drop(Text text, Text into) {
        into.begin(text.length());
        int i = 0;
        while (i < text.length()) {
            int width = vanishing(text, i);
            if (text.has(i, "\\n")) {
                into.append('\n');
                i += 2;
            } else if (width > 0) {
                i += width;
            } else {
                into.append(text.at(i++));
            }
        }
    }

    private static int vanishing(Text text, int i) {
        int b = text.at(i);
        boolean within = text.isLetter(i - 1) || text.isQuote(i - 1) || text.at(i - 1) == '/';
        if (b == '\\' && text.isLetter(i + 1)) {
            return 1;
        }
        if ((b == '\'' || b == '"') && text.at(i + 1) == b && within) {
            return 2;
        }
        boolean quoted = (b == '\'' || b == '"') && text.isLetter(i + 1);
        if (quoted && text.at(i + 2) == b) {
            return 1;
        }
        if (b == '^' && text.isLetter(i + 1)) {
            return 1;
        }
        boolean parting = (b == '\'' || b == '"') && text.isLetter(i - 1) && text.isLetter(i + 1);
        if (parting) {
            return 1;
        }
        boolean closing = (b == '\'' || b == '"') && text.at(i - 2) == b && text.isLetter(i - 1);
        if (closing) {
            return 1;
        }
        return b == '$' && (text.at(i + 1) == '@' || text.at(i + 1) == '*') ? 2 : 0;
    }
}
