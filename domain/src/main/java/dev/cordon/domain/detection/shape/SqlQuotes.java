package dev.cordon.domain.detection.shape;

import static dev.cordon.domain.detection.shape.SqlKind.*;
import static dev.cordon.domain.detection.shape.SqlValues.*;

/**
 * What a closed quote is used for without any word of SQL: to hide the rest of the query, to
 * compare with nothing, to join strings.
 */
final class SqlQuotes {

    private SqlQuotes() {}

    /** {@code admin'--}, {@code x')#}; not "rock 'n' roll -- the book". */
    static boolean hidesTheRest(SqlTokens t, int i) {
        if (!isBrokenOut(t, i)) {
            return t.closesMore() && isBareComment(t, i) && isNumberClosed(t, i);
        }
        boolean closes = i > 1;
        boolean inch = t.length(0) > 0 && isDigitOrBlank(t.at(0, t.length(0) - 1));
        return isBareComment(t, i) && (closes || isOneWord(t, 0) && !isPlainMeasure(t, i, inch))
                || closes && isShortComment(t, i);
    }

    /** 24" # is a width; {@code 1'#} hardly one, but a blank before the comment makes it one. */
    private static boolean isPlainMeasure(SqlTokens t, int i, boolean inch) {
        return inch && t.is(i, "#") && !t.touchesNext(0) && t.length(0) > 1;
    }

    private static boolean isNumberClosed(SqlTokens t, int i) {
        int at = i - 1;
        while (at > 0 && i - at < 16 && t.isKind(at, CLOSE)) {
            at--;
        }
        return at == 0 && at < i - 1 && isNumber(t, 0);
    }

    private static boolean isDigitOrBlank(byte b) {
        return b >= '0' && b <= '9' || b == ' ';
    }

    /** One word, or nothing, was in the string before it was closed. */
    private static boolean isOneWord(SqlTokens t, int i) {
        int length = t.length(i);
        for (int offset = 0; offset < length - 1; offset++) {
            if (t.at(i, offset) == ' ') {
                return false;
            }
        }
        return length < 40;
    }

    /** {@code '='}, {@code 'like'}, {@code x'='x}: compared with what the query's quote closes. */
    static boolean compares(SqlTokens t, int i) {
        int right = skipOpening(t, t.is(i, "sounds") ? i + 2 : i + 1);
        if (i == 0) {
            boolean pattern = isString(t, 1) && (t.length(1) == 0 || t.at(1, 0) == '%');
            return t.is(0, "like") && pattern && t.count() == 2 || SqlValues.isSubquery(t, 1);
        }
        if (isSubquery(t, i + 1) && isBehindValue(t, i)) {
            return true;
        }
        if (!isBrokenOut(t, t.is(i - 1, "not") ? i - 1 : i)) {
            return isAlikeInQuotes(t, i) || isAlone(t, i);
        }
        int end = skipClosing(t, right + 1);
        if (t.isKind(right, OPEN_STRING)) {
            boolean symbol = t.isAnyOf(i, "=", "<>");
            boolean empty =
                    symbol ? t.length(0) == 0 || t.length(right) <= 1 : isOpenPattern(t, right);
            return empty || t.areAlike(0, right);
        }
        boolean goesOn =
                t.isKind(end, COMPARISON)
                        || t.isKind(end, LOGIC)
                        || t.isKind(end, BARS)
                        || isShortComment(t, end);
        return isLiteral(t, right) && goesOn;
    }

    /** {@code 'a'='a}: the same in quotes on both sides, and nothing else. */
    private static boolean isAlikeInQuotes(SqlTokens t, int i) {
        return i == 1 && t.count() == 3 && isString(t, 0) && isString(t, 2) && t.areAlike(0, 2);
    }

    /** {@code (3=5)*5}, {@code 1^(1=1)}: reckons with whether two values are equal. */
    private static boolean reckons(SqlTokens t, int i) {
        boolean left = t.isKind(i - 1, CLOSE) && t.isKind(i - 5, OPEN);
        boolean right = t.isKind(i + 1, OPEN) && isBehindValue(t, i);
        return left && SqlConditions.compareValues(t, i - 4)
                || right && SqlConditions.compareValues(t, i + 2);
    }

    /** {@code 9 rlike 9}, {@code 9 is null}: two values and what only SQL compares them with. */
    private static boolean isAlone(SqlTokens t, int i) {
        boolean matched = t.isAnyOf(i, "rlike", "regexp") || t.is(i, "sounds");
        int last = t.count() - 1;
        boolean empty = t.is(i, "is") && t.is(last, "null");
        return i == 1 && last <= 3 && isNumber(t, 0) && (matched && isLiteral(t, last) || empty);
    }

    private static boolean isOpenPattern(SqlTokens t, int i) {
        boolean alone = t.length(0) == 0 && t.count() <= 4;
        return t.length(i) == 0 || t.at(i, 0) == '.' ? alone : t.at(i, 0) == '%';
    }

    /** {@code '-'}, {@code a'+'b}, {@code '||'}: joined with what the query's quote closes. */
    static boolean joins(SqlTokens t, int i) {
        if (i == 1 && isNumber(t, 0) && t.isKind(2, CONSTANT) && t.count() == 3) {
            return true;
        }
        if (reckons(t, i)) {
            return true;
        }
        if (isSubquery(t, i + 1)) {
            return isBehindValue(t, i) || t.isKind(i - 1, WORD) && t.isKind(i + 1, OPEN);
        }
        if (!isBrokenOut(t, i)) {
            return false;
        }
        int right = skipOpening(t, i + 1);
        boolean tight = t.touchesNext(i - 1) && t.touchesNext(i);
        if (isString(t, right) && !t.isInSameQuote(right)) {
            return false;
        }
        if (t.isKind(right, OPEN_STRING)) {
            boolean nothing = t.length(0) == 0 && t.length(right) <= 1 && tight;
            boolean words =
                    isOneWord(t, 0)
                            && t.length(right) > 0
                            && isPlainWord(t, right)
                            && t.length(0) > 0;
            return nothing || words && tight && !t.is(i, "/");
        }
        int end = behindValue(t, right);
        boolean small = t.isKind(end, OPEN_STRING) && t.length(end) <= 1;
        boolean bars = t.isKind(i, BARS);
        boolean whole = t.length(0) == 0 && end >= t.count() && tight;
        boolean compared = isString(t, right) && t.isKind(end, COMPARISON);
        return compared
                || isString(t, right) && (bars || whole || small)
                || bars && isLiteral(t, right) && isEnd(t, end)
                || isLiteral(t, right) && isShortComment(t, end) && end > right;
    }
}
