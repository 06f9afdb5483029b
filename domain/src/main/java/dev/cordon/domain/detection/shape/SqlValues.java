package dev.cordon.domain.detection.shape;

import static dev.cordon.domain.detection.shape.SqlKind.*;

/** What in a text read as SQL is a value, a call, an end: the words in which judges speak. */
final class SqlValues {

    /** So far an expression is followed; nobody needs more to see what it is. */
    private static final int FAR = 16;

    private SqlValues() {}

    static boolean isNumber(SqlTokens t, int i) {
        return t.isKind(i, NUMBER);
    }

    static boolean isString(SqlTokens t, int i) {
        return t.isKind(i, STRING) || t.isKind(i, OPEN_STRING);
    }

    static boolean isLiteral(SqlTokens t, int i) {
        return switch (t.kind(i)) {
            case NUMBER, STRING, OPEN_STRING, CONSTANT, VARIABLE -> true;
            default -> false;
        };
    }

    static boolean isEnd(SqlTokens t, int i) {
        return switch (t.kind(i)) {
            case NOTHING, COMMENT, SEMICOLON -> true;
            default -> false;
        };
    }

    /** A comment behind which nothing stands that anybody would read. */
    static boolean isBareComment(SqlTokens t, int i) {
        return t.isKind(i, COMMENT) && letters(t, i) == 0;
    }

    /** A comment behind which at most one short word stands, as tools write it. */
    static boolean isShortComment(SqlTokens t, int i) {
        return t.isKind(i, COMMENT) && letters(t, i) <= 5;
    }

    private static int letters(SqlTokens t, int i) {
        int letters = 0;
        for (int offset = 0; offset < t.length(i); offset++) {
            letters += Character.isLetterOrDigit(t.at(i, offset)) ? 1 : 0;
        }
        return letters;
    }

    /** Letters and digits alone, or nothing at all. */
    static boolean isPlainWord(SqlTokens t, int i) {
        for (int offset = 0; offset < t.length(i); offset++) {
            if (!Character.isLetterOrDigit(t.at(i, offset))) {
                return false;
            }
        }
        return true;
    }

    /** A name and at once a parenthesis. */
    static boolean isCall(SqlTokens t, int i) {
        return t.isKind(i, WORD) && t.isKind(i + 1, OPEN);
    }

    /** A call of a function that databases know. */
    static boolean isKnownCall(SqlTokens t, int i) {
        return isCall(t, i) && SqlWords.isFunction(t, i);
    }

    /** Two words between which a query begins. */
    static boolean isSubquery(SqlTokens t, int i) {
        return t.isKind(i, OPEN) && t.is(i + 1, "select") && SqlQueries.isSelected(t, i + 2);
    }

    /** Behind parentheses, signs and negations. */
    static int skipOpening(SqlTokens t, int i) {
        int at = i;
        while (at - i < FAR && (t.isKind(at, OPEN) || t.isKind(at, ARITHMETIC))) {
            at++;
        }
        return at;
    }

    static int skipClosing(SqlTokens t, int i) {
        int at = i;
        while (at - i < FAR && t.isKind(at, CLOSE)) {
            at++;
        }
        return at;
    }

    /** Behind the value that starts here; the same place if none does. */
    static int behindValue(SqlTokens t, int i) {
        int at = behindOne(t, i);
        for (int steps = 0; steps < FAR && at > i; steps++) {
            boolean joined = t.isKind(at, ARITHMETIC) || t.isKind(at, BARS);
            int next = joined ? behindOne(t, skipOpening(t, at + 1)) : at;
            if (next <= at + 1) {
                return at;
            }
            at = next;
        }
        return at;
    }

    private static int behindOne(SqlTokens t, int i) {
        if (isCall(t, i)) {
            return t.behind(i + 1);
        }
        if (isLiteral(t, i)) {
            return i + 1;
        }
        int at = t.isKind(i, WORD) ? i + 1 : i;
        while (at > i && at - i < FAR && t.isKind(at, DOT) && t.isKind(at + 1, WORD)) {
            at += 2;
        }
        return at > i && t.isKind(at, OPEN) && at > i + 1 ? t.behind(at) : at;
    }

    /** Whether what stands before leaves a value behind: only then does an operator follow. */
    static boolean isBehindValue(SqlTokens t, int i) {
        return isLiteral(t, i - 1) || t.isKind(i - 1, CLOSE);
    }

    /**
     * Whether somebody has just left the place where his text was put: a quote is closed, perhaps
     * parentheses too, and nothing else has been said.
     */
    static boolean isBrokenOut(SqlTokens t, int i) {
        int at = i - 1;
        while (at > 0 && i - at < FAR && t.isKind(at, CLOSE)) {
            at--;
        }
        return at == 0 && t.isQuoted() && t.isKind(0, STRING);
    }
}
