package dev.cordon.domain.detection.shape;

import static dev.cordon.domain.detection.shape.SqlKind.*;
import static dev.cordon.domain.detection.shape.SqlValues.*;

/** Calls of functions that wait, fail with a message or tell about the database. */
final class SqlCalls {

    private static final Words ABOUT =
            Words.of(
                    "version database schema user current_user session_user system_user db_name"
                            + " user_name host_name suser_name current_database sqlite_version"
                            + " connection_id");
    private static final Words WAITING = Words.of("sleep pg_sleep randomblob zeroblob");

    private SqlCalls() {}

    static boolean isAttack(SqlTokens t, int i) {
        if (t.is(i, "cast") && t.isKind(i + 1, OPEN)) {
            return isKnownCall(t, i + 2) || isSubquery(t, i + 2) || t.isKind(i + 2, OPEN);
        }
        if (!isCall(t, i)) {
            return member(t, i);
        }
        if (isBegun(t, i)) {
            return true;
        }
        if (SqlWords.isTelling(t, i)) {
            return t.isOneOf(i, WAITING) ? waits(t, i) : tells(t, i);
        }
        return SqlWords.isFunction(t, i) && t.touchesNext(i) && calls(t, i);
    }

    /** {@code select(user(}: cut off behind a function that tells about the database. */
    private static boolean isBegun(SqlTokens t, int i) {
        boolean placed = i == 0 || t.isKind(i - 1, OPEN) || t.is(i - 1, "select");
        boolean known = t.isOneOf(i, ABOUT) || SqlWords.isTelling(t, i);
        return placed && known && t.touchesNext(i) && i + 2 >= t.count();
    }

    /** {@code dbms_pipe.receive_message(}, {@code ctxsys.drithsx.sn(}. */
    private static boolean member(SqlTokens t, int i) {
        if (!t.isKind(i + 1, DOT) || !t.isKind(i + 2, WORD)) {
            return false;
        }
        int name = t.isKind(i + 3, DOT) ? i + 4 : i + 2;
        boolean known = SqlWords.isTelling(t, i) || SqlWords.isTelling(t, name);
        return known && (t.isKind(name + 1, OPEN) || isEnd(t, name + 1));
    }

    private static boolean waits(SqlTokens t, int i) {
        boolean argued = isArgument(t, skipOpening(t, i + 2));
        int end = t.behind(i + 1);
        boolean asked = isJoint(t, i - 1) || isBehindValue(t, i) && i > 0;
        if (asked && (argued || isCut(t, end))) {
            return true;
        }
        boolean words = t.isKind(i - 1, WORD) || t.isKind(end, WORD);
        return argued && t.touchesNext(i) && !words || i == 0 && isBareComment(t, end);
    }

    private static boolean isCut(SqlTokens t, int i) {
        return t.isKind(i, COMMENT) || t.isKind(i, COMPARISON) || t.isKind(i, NOTHING);
    }

    private static boolean tells(SqlTokens t, int i) {
        int first = skipOpening(t, i + 2);
        boolean argued =
                isArgument(t, first)
                        || t.isKind(behindValue(t, first), COMMA)
                        || t.isKind(behindValue(t, first), CLOSE)
                        || t.is(first, "distinct")
                        || isEnd(t, first) && i == 0;
        return argued && (t.touchesNext(i) || isJoint(t, i - 1) || isBehindValue(t, i));
    }

    private static boolean isArgument(SqlTokens t, int i) {
        return isLiteral(t, i) || isCall(t, i) || t.isAnyOf(i, "select", "case");
    }

    private static boolean isJoint(SqlTokens t, int i) {
        return switch (t.kind(i)) {
            case LOGIC, COMPARISON, ARITHMETIC, BARS, COMMA, OPEN, SEMICOLON -> true;
            case KEYWORD -> t.isAnyOf(i, "by", "select") || t.isAnyOf(i, "then", "else");
            default -> false;
        };
    }

    private static boolean calls(SqlTokens t, int i) {
        int end = t.behind(i + 1);
        if (isSubquery(t, i + 1) || isSubquery(t, i + 2)) {
            return true;
        }
        if (isKnownCall(t, i + 2) && t.touchesNext(i + 2)) {
            return true;
        }
        if (t.isOneOf(i, ABOUT) && t.isKind(i + 2, CLOSE)) {
            return isOperated(t, i, end);
        }
        if (t.isAnyOf(i, "char", "chr") && isNumber(t, i + 2)) {
            return t.isKind(i + 3, COMMA) && isNumber(t, i + 4)
                    || (t.isKind(end, BARS) || t.isKind(end, ARITHMETIC))
                            && (isCall(t, end + 1) || isString(t, end + 1))
                    || isBehindOperator(t, i);
        }
        if (SqlConditions.compareValues(t, i + 2)) {
            return true;
        }
        boolean compared = t.isKind(end, COMPARISON) && isLiteral(t, skipOpening(t, end + 1));
        boolean argued = isArgument(t, i + 2) || t.isKind(i + 3, COMMA);
        return isBehindOperator(t, i) && argued || compared && argued && !t.isKind(i - 1, WORD);
    }

    private static boolean isBehindOperator(SqlTokens t, int i) {
        boolean joint = t.isKind(i - 1, COMPARISON) || t.isKind(i - 1, ARITHMETIC);
        boolean bars = t.isKind(i - 1, BARS);
        return (joint || bars) && isBehindValue(t, i - 1) && (i > 1 || bars);
    }

    private static boolean isOperated(SqlTokens t, int i, int end) {
        boolean before = isJoint(t, i - 1);
        boolean behind = t.isKind(end, COMPARISON) || t.isKind(end, COMMENT) || t.isKind(end, BARS);
        return before || behind;
    }

    /** {@code case when 1=1 then 1 else 0 end}. */
    static boolean chooses(SqlTokens t, int i) {
        int when = t.is(i + 1, "when") ? i + 1 : skipClosing(t, behindValue(t, i + 1));
        if (!t.is(when, "when") || when > i + 1 && !isArgument(t, i + 1)) {
            return false;
        }
        int first = skipOpening(t, when + 1);
        boolean then = t.is(skipClosing(t, behindValue(t, first)), "then");
        return SqlConditions.isCondition(t, when + 1)
                || then && isArgument(t, first)
                || t.is(first, "select");
    }
}
