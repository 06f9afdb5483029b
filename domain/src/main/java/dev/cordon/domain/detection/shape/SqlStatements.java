package dev.cordon.domain.detection.shape;

import static dev.cordon.domain.detection.shape.SqlKind.*;
import static dev.cordon.domain.detection.shape.SqlValues.*;

/** Statements behind a semicolon or a closed quote, and those that nobody else would write. */
final class SqlStatements {

    private static final Words THINGS =
            Words.of(
                    "table database index user view procedure function login role trigger schema"
                            + " column sequence");
    private static final Words TABLES =
            Words.of(
                    "users user members member accounts account admin admins customers employees"
                            + " wp_users wp_posts wp_options wp_usermeta tblusers login logins"
                            + " passwords credentials products orders mysql dual test");
    private static final Words STARTING = Words.of("xp_cmdshell xp_dirtree xp_fileexist");

    private SqlStatements() {}

    /** What stands behind a semicolon. */
    static boolean isStacked(SqlTokens t, int semicolon) {
        int i = semicolon + 1;
        boolean left = semicolon == 0 || isBehindValue(t, semicolon);
        if (t.isKind(i, COMMENT)) {
            return isBrokenOut(t, semicolon) && isShortComment(t, i);
        }
        boolean query = isBrokenOut(t, semicolon) && t.is(i, "select");
        return query
                || isStatement(t, i) && (left || isSure(t, i))
                || isSure(t, i)
                || left && t.is(i, "if") && t.isKind(i + 1, OPEN);
    }

    /** Words that only mean something to a database, in an order that only it would ask for. */
    static boolean isSure(SqlTokens t, int i) {
        return switch (t.word(i)) {
            case "drop", "create", "alter", "truncate" -> isAimed(t, i);
            case "insert" -> t.is(i + 1, "into") && isFilled(t, i + 2);
            case "delete" -> t.is(i + 1, "from") && isNarrowed(t, i + 2, "where");
            case "update" -> isNarrowed(t, i + 1, "set") && hasAssignment(t, i + 2);
            case "declare" -> t.isKind(i + 1, VARIABLE);
            case "waitfor" -> t.isAnyOf(i + 1, "delay", "time") && isLiteral(t, i + 2);
            case "exec", "execute" -> isProcedure(t, i + 1);
            default -> t.isOneOf(i, STARTING) && !t.isKind(i + 1, WORD);
        };
    }

    static boolean isStatement(SqlTokens t, int i) {
        return switch (t.word(i)) {
            case "select" -> SqlQueries.asks(t, i);
            case "drop", "create", "alter", "truncate" -> t.isOneOf(i + 1, THINGS);
            case "insert" -> t.is(i + 1, "into");
            case "delete" -> t.is(i + 1, "from");
            case "update" -> t.is(i + 2, "set");
            case "waitfor" -> t.isAnyOf(i + 1, "delay", "time");
            case "shutdown" -> isEnd(t, i + 1) || t.is(i + 1, "with");
            case "begin" -> isCall(t, i + 1) || t.isKind(i + 2, DOT) || t.is(i + 1, "declare");
            case "exec", "execute" -> t.isKind(i + 1, OPEN) || t.isKind(i + 1, VARIABLE);
            case "set", "prepare" -> t.isKind(i + 1, VARIABLE) || t.is(i + 2, "from");
            case "rename", "grant", "handler" ->
                    t.isKind(i + 1, WORD) || t.isAnyOf(i + 1, "all", "table");
            case "load" -> t.isKind(i + 1, WORD) && !isEnd(t, i + 2);
            case "call", "copy" -> isCall(t, i + 1) || t.isKind(i + 2, OPEN);
            default -> isCall(t, i) && SqlWords.isTelling(t, i);
        };
    }

    /** "drop table lamp" is a lamp; {@code drop table users} and {@code drop table x--} are not. */
    private static boolean isAimed(SqlTokens t, int i) {
        int name = i + (t.isOneOf(i + 1, THINGS) ? 2 : 1);
        if (name == i + 1 && !t.is(i, "truncate")) {
            return false;
        }
        if (t.is(name, "if")) {
            name += t.is(name + 1, "exists") ? 2 : 3;
        }
        boolean known = t.isOneOf(name, TABLES) || hasUnderscore(t, name);
        boolean closed =
                isShortComment(t, name + 1) || t.isKind(name + 1, SEMICOLON) && isEnd(t, name + 2);
        boolean defined = t.is(i, "create") && t.isKind(name + 1, OPEN);
        boolean changed = t.is(name + 1, "add") || t.is(name + 1, "identified");
        return t.isKind(name, WORD)
                && (known && isEnd(t, name + 1) || closed || defined || changed)
                && (i == 0 || !t.isKind(i - 1, WORD) || closed);
    }

    private static boolean hasUnderscore(SqlTokens t, int i) {
        for (int offset = 0; offset < t.length(i); offset++) {
            if (t.at(i, offset) == '_') {
                return true;
            }
        }
        return false;
    }

    private static boolean isFilled(SqlTokens t, int name) {
        int i = t.isKind(name + 1, DOT) ? name + 3 : name + 1;
        boolean columns = t.isKind(i, OPEN) && t.touchesNext(i);
        int values = columns ? t.behind(i) : i;
        return t.is(values, "values") && t.isKind(values + 1, OPEN)
                || t.is(values, "select")
                || t.is(values, "set") && hasAssignment(t, values);
    }

    private static boolean isNarrowed(SqlTokens t, int name, String word) {
        int i = t.isKind(name + 1, DOT) ? name + 3 : name + 1;
        return t.isKind(name, WORD) && t.is(i, word) && t.isKind(i + 1, WORD);
    }

    private static boolean hasAssignment(SqlTokens t, int set) {
        for (int i = set; i < set + 5; i++) {
            if (t.isKind(i, COMPARISON)) {
                return isLiteral(t, i + 1) || isCall(t, i + 1);
            }
        }
        return false;
    }

    private static boolean isProcedure(SqlTokens t, int i) {
        boolean stored = startsLike(t, i, 'x') || startsLike(t, i, 's');
        boolean spelled = t.isKind(i, OPEN) && (isLiteral(t, i + 1) || isCall(t, i + 1));
        return stored
                || spelled
                || t.isKind(i, VARIABLE)
                || t.is(i, "immediate")
                || t.is(i, "master") && (t.isKind(i + 1, DOT) || isEnd(t, i + 1));
    }

    private static boolean startsLike(SqlTokens t, int i, char first) {
        boolean name = t.isKind(i, WORD) && (t.at(i, 0) | 0x20) == first;
        boolean whole = t.length(i) == 2 && isEnd(t, i + 1);
        return name && (t.at(i, 1) | 0x20) == 'p' && (t.at(i, 2) == '_' || whole);
    }
}
