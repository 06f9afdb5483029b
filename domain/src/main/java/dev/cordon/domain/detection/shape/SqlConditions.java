package dev.cordon.domain.detection.shape;

import static dev.cordon.domain.detection.shape.SqlKind.*;
import static dev.cordon.domain.detection.shape.SqlValues.*;

/** Conditions that are put beside those of a query: {@code or 1=1}, {@code and x like 'a%'}. */
final class SqlConditions {

    /** How much a comparison looks like SQL. */
    private enum Grade {
        NONE,
        /** Two different words. */
        NAMES,
        /** A word and a value. */
        NAME_AND_VALUE,
        /** Two values, or twice the same word. */
        VALUES
    }

    private static final Words COLUMNS =
            Words.of(
                    "id user userid user_id uid uname username user_name login email mail pass"
                            + " passwd password pwd name rownum current_user system_user"
                            + " session_user user_login user_pass user_email full_name account"
                            + " admin is_admin role post_id post_status");

    private static final Words KNOWN =
            Words.of("current_user session_user system_user rownum sysdate");

    private SqlConditions() {}

    /** What stands behind {@code or}, {@code and} or two bars. */
    static boolean isJoined(SqlTokens t, int i) {
        int at = skipOpening(t, i + 1);
        boolean behindValue = isBehindValue(t, i);
        boolean first = i == 0;
        if (t.is(at, "select")) {
            boolean enclosed = t.isKind(at - 1, OPEN);
            return (enclosed || first || behindValue) && SqlQueries.isSelected(t, at + 1)
                    || enclosed && t.is(at + 1, "*");
        }
        if (t.is(at, "exists")) {
            return t.isKind(at + 1, OPEN) && t.is(at + 2, "select") || t.isKind(at - 1, OPEN);
        }
        if (t.is(at, "case")) {
            return t.is(at + 1, "when") || t.is(at + 2, "when");
        }
        if (isCall(t, at) && t.touchesNext(at) && (behindValue || first)) {
            boolean known = isKnownCall(t, at) || isBrokenOut(t, i) || i == 1 && isNumber(t, 0);
            if (known && (isKnownCall(t, at) || isLiteral(t, at + 2))) {
                return true;
            }
        }
        return switch (grade(t, at)) {
            case VALUES -> !isSaying(t, at);
            case NAME_AND_VALUE -> first || isEstablished(t, i) || isColumn(t, at);
            case NAMES -> first || isBrokenOut(t, i) || isCut(t, i);
            case NONE -> stands(t, i, at);
        };
    }

    /** "or 1=1 mug": two numbers and at last somebody's words, which no query goes on with. */
    private static boolean isSaying(SqlTokens t, int left) {
        int end = left + 3;
        boolean numbers = isNumber(t, left) && t.is(left + 1, "=") && isNumber(t, left + 2);
        boolean word = t.isKind(end, WORD);
        while (t.isKind(end, WORD) || t.is(end, "-")) {
            end++;
        }
        return numbers && word && end >= t.count();
    }

    /** Whether a condition follows a word that asks for one, such as {@code where}. */
    static boolean isCondition(SqlTokens t, int i) {
        return grade(t, skipOpening(t, i)).compareTo(Grade.NAME_AND_VALUE) >= 0;
    }

    static boolean compareValues(SqlTokens t, int i) {
        return grade(t, skipOpening(t, i)) == Grade.VALUES;
    }

    /** Whether the text has shown before that it leaves its place, or begins with a value. */
    private static boolean isEstablished(SqlTokens t, int i) {
        return isBrokenOut(t, i)
                || t.isKind(i - 1, CLOSE) && t.closesMore()
                || i == 1 && isLiteral(t, 0)
                || isCut(t, i);
    }

    private static boolean isCut(SqlTokens t, int i) {
        return t.isKind(t.count() - 1, COMMENT) && t.count() - i < 16;
    }

    private static boolean isColumn(SqlTokens t, int i) {
        return t.isOneOf(i, COLUMNS) && !t.isKind(i - 1, WORD) || t.isKind(i + 1, DOT);
    }

    private static Grade grade(SqlTokens t, int left) {
        int end = behindValue(t, left);
        if (end == left) {
            return Grade.NONE;
        }
        int operator = skipClosing(t, end);
        if (t.is(operator, "not")) {
            operator++;
        }
        if (!t.isKind(operator, COMPARISON)) {
            return Grade.NONE;
        }
        return switch (t.word(operator)) {
            case "is" -> of(t, left, is(t, operator + 1));
            case "between" -> between(t, left, operator + 1);
            case "in" -> t.isKind(operator + 1, OPEN) ? in(t, left, operator + 2) : Grade.NONE;
            case "sounds" -> compared(t, left, operator + 2);
            default -> compared(t, left, operator + 1);
        };
    }

    private static boolean is(SqlTokens t, int i) {
        return t.isKind(t.is(i, "not") ? i + 1 : i, CONSTANT);
    }

    private static Grade between(SqlTokens t, int left, int from) {
        int end = behindValue(t, skipOpening(t, from));
        boolean complete = t.is(end, "and") && isLiteral(t, skipOpening(t, end + 1));
        boolean enclosed = t.isKind(left - 1, OPEN) && t.isKind(end, CLOSE) && end > from;
        return of(t, left, complete || enclosed);
    }

    private static Grade in(SqlTokens t, int left, int first) {
        boolean listed = isLiteral(t, first) || t.is(first, "select") || isKnownCall(t, first);
        return of(t, left, listed);
    }

    private static Grade of(SqlTokens t, int left, boolean complete) {
        if (!complete) {
            return Grade.NONE;
        }
        return isValue(t, left) ? Grade.VALUES : Grade.NAME_AND_VALUE;
    }

    private static Grade compared(SqlTokens t, int left, int from) {
        int right = skipOpening(t, from);
        if (t.isKind(right, COMPARISON)) {
            right = skipOpening(t, right + 1);
        }
        if (t.isAnyOf(right, "any", "some") || t.is(right, "all")) {
            right = skipOpening(t, right + 1);
        }
        boolean word = t.isKind(right, WORD) && !isValue(t, right);
        if (t.is(right, "select") || t.is(right, "case")) {
            return Grade.VALUES;
        }
        if (isValue(t, right)) {
            return isValue(t, left) ? Grade.VALUES : Grade.NAME_AND_VALUE;
        }
        if (word && t.areAlike(left, right)) {
            return Grade.VALUES;
        }
        if (word) {
            return isValue(t, left) ? Grade.NAME_AND_VALUE : Grade.NAMES;
        }
        boolean leftOpen = t.isKind(right, NOTHING) && isString(t, left);
        return leftOpen ? Grade.NAME_AND_VALUE : Grade.NONE;
    }

    private static boolean isValue(SqlTokens t, int i) {
        return isLiteral(t, i) || t.isOneOf(i, KNOWN) || isKnownCall(t, i) && t.touchesNext(i);
    }

    /** A value alone, behind which the query is cut off or the closing quote is made use of. */
    private static boolean stands(SqlTokens t, int i, int at) {
        if (!isLiteral(t, at)) {
            return false;
        }
        int end = skipClosing(t, behindValue(t, at));
        boolean brokenOut = isBrokenOut(t, i);
        boolean behindValue = brokenOut || isBehindValue(t, i) || i == 0;
        if (t.isKind(at, OPEN_STRING)) {
            return t.isQuoted() && behindValue && isSmall(t, at) || i == 0;
        }
        if (isBareComment(t, end) || t.isKind(end, COMMENT) && brokenOut) {
            return behindValue && !(t.isQuoted() && !brokenOut);
        }
        if (t.isKind(end, OPEN_STRING) && t.length(end) == 0) {
            return brokenOut && (end > at + 1 || t.isKind(at, STRING));
        }
        if (end > at + 1 && t.isKind(end - 1, OPEN_STRING)) {
            return brokenOut && t.length(end - 1) <= 1;
        }
        boolean whole = end >= t.count() && i <= 1 && (brokenOut || behindValue);
        if (t.isKind(at, CONSTANT)) {
            return whole && isLogic(t, i) && !t.isKind(0, CONSTANT);
        }
        return whole && brokenOut && !isDigit(t) && t.isKind(at, NUMBER);
    }

    private static boolean isLogic(SqlTokens t, int i) {
        return t.isKind(i, LOGIC) || t.isKind(i, BARS);
    }

    /** What is left for the query's own quote to close: nothing much, or what stood before it. */
    private static boolean isSmall(SqlTokens t, int i) {
        boolean small = t.length(i) <= 2 && isPlainWord(t, i);
        return small || t.length(0) == 0 || t.areAlike(0, i);
    }

    private static boolean isDigit(SqlTokens t) {
        return t.length(0) > 0 && Character.isDigit(t.at(0, t.length(0) - 1));
    }
}
