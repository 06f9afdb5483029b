package dev.cordon.domain.detection.shape;

import static dev.cordon.domain.detection.shape.SqlKind.*;

/**
 * What somebody writes who tries whether a field reaches a database: a quote at the end, quotes and
 * brackets in a heap. A customer may do so by accident, hardly several times.
 */
final class SqlProbe {

    private static final String HEAPED = "'\"`(),.;\\";

    private SqlProbe() {}

    static boolean isProbe(byte[] text, int length) {
        int end = length;
        while (end > 0 && Comments.isBlank(text[end - 1])) {
            end--;
        }
        return endsInQuote(text, end) || isHeap(text, end);
    }

    /** {@code 1'}, {@code test"}, {@code x\}; not "boys'", "d'" or a width in inches. */
    private static boolean endsInQuote(byte[] text, int end) {
        if (end == 0 || !isQuote(text[end - 1])) {
            return false;
        }
        int word = end - 1;
        while (word > 0 && isQuote(text[word - 1])) {
            word--;
        }
        if (word == 0) {
            return true;
        }
        boolean several = word < end - 1;
        byte before = text[word - 1];
        for (int i = 0; i < word; i++) {
            boolean part = Character.isLetterOrDigit(text[i]) || text[i] == '_' || text[i] == '-';
            if (!part && text[i] != '.' && text[i] != '%') {
                return false;
            }
        }
        boolean plural = (before | 0x20) == 's' || (before | 0x20) == 'n';
        return several || word > 1 && !plural || text[0] == '1' || text[0] == '0';
    }

    /** Four or more of them, of three sorts, a quote among them: {@code .,"')(}. */
    private static boolean isHeap(byte[] text, int end) {
        int run = 0;
        int sorts = 0;
        for (int i = 0; i < end; i++) {
            int sort = HEAPED.indexOf(text[i]);
            run = sort < 0 ? 0 : run + 1;
            sorts = sort < 0 ? 0 : sorts | 1 << sort;
            if (run > 3 && Integer.bitCount(sorts) > 2 && (sorts & 0b111) != 0) {
                return true;
            }
        }
        return false;
    }

    /** A sentence of SQL that was begun and not ended. */
    static boolean isBegun(SqlTokens t) {
        int last = t.count() - 1;
        boolean left = SqlValues.isBrokenOut(t, last);
        return switch (t.kind(last)) {
            case LOGIC -> left;
            case COMMENT ->
                    left && SqlValues.isShortComment(t, last)
                            || last == 1 && SqlValues.isNumber(t, 0) && isTool(t, last);
            case CLOSE -> t.isQuoted() && left && t.closesMore();
            case SEMICOLON -> left && t.length(0) > 0;
            case NUMBER -> last == 1 && t.isKind(0, LOGIC);
            default -> false;
        };
    }

    private static boolean isTool(SqlTokens t, int comment) {
        return SqlValues.isBareComment(t, comment);
    }

    private static boolean isQuote(byte b) {
        return b == '\'' || b == '"' || b == '`' || b == '\\';
    }
}
