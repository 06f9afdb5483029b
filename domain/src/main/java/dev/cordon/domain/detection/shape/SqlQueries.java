package dev.cordon.domain.detection.shape;

import static dev.cordon.domain.detection.shape.SqlKind.*;
import static dev.cordon.domain.detection.shape.SqlValues.*;

/** Queries where none belongs: unions, queries within a query, whole ones. */
final class SqlQueries {

    private static final int FAR = 12;

    private static final Words SCHEMAS =
            Words.of(
                    "information_schema sysobjects syscolumns sysusers sqlite_master sqlite_schema"
                            + " pg_catalog pg_tables pg_user pg_shadow all_tables all_users"
                            + " user_tables tab_columns all_tab_columns mysql msysobjects dual"
                            + " wp_users wp_usermeta wp_options rdb$database sysibm syscat"
                            + " performance_schema innodb_table_stats");

    private static final Words TABLES = Words.of("users user members accounts admin admins");

    /** What only somebody names who asks a database about itself. */
    private static final Words INNER =
            Words.of(
                    "information_schema performance_schema sysobjects syscolumns sysusers"
                            + " sysdatabases sqlite_master sqlite_schema pg_catalog pg_shadow pg_user"
                            + " pg_tables all_tab_columns user_tab_columns innodb_table_stats"
                            + " msysobjects msysaccessobjects rdb$database xp_cmdshell xp_dirtree"
                            + " xp_regread xp_fileexist sp_executesql sp_oacreate utl_http utl_file"
                            + " utl_inaddr dbms_pipe dbms_lock dbms_ldap dbms_java");

    private SqlQueries() {}

    static boolean isInner(SqlTokens t, int i) {
        return t.isOneOf(i, INNER);
    }

    static boolean union(SqlTokens t, int i) {
        int at = i + 1;
        boolean enclosed = false;
        for (int steps = 0; steps < FAR && isBeforeSelect(t, at); steps++) {
            enclosed |= t.isKind(at, OPEN);
            at++;
        }
        if (t.is(at, "select")) {
            boolean ends = isEnd(t, at + 1) && (i == 0 || isBehindValue(t, i));
            return enclosed || ends || isSelected(t, at + 1) && isPlain(t, i, at + 1);
        }
        boolean left = isBehindValue(t, i) || isBrokenOut(t, i);
        return t.is(at, "values") && t.isKind(at + 1, OPEN)
                || left && t.is(at, "table") && t.isKind(at + 1, WORD)
                || at > i + 1 && isBrokenOut(t, i)
                || isBrokenOut(t, i) && endsInComment(t, i);
    }

    private static boolean isBeforeSelect(SqlTokens t, int i) {
        return t.isAnyOf(i, "all", "distinct")
                || t.is(i, "distinctrow")
                || t.isKind(i, OPEN)
                || t.is(i, "-")
                || t.is(i, "+");
    }

    /** Not "western union select 50 gift cards": somebody's words around a single number. */
    private static boolean isPlain(SqlTokens t, int union, int list) {
        boolean word = t.isKind(union - 1, WORD);
        return !word || !isNumber(t, list) || !t.isKind(list + 1, WORD);
    }

    /** {@code 1}, {@code a, b from c}, {@code x()}; not what a form asks to select. */
    static boolean isSelected(SqlTokens t, int list) {
        int i = list;
        while (i - list < FAR
                && (t.isAnyOf(i, "all", "distinct")
                        || t.is(i, "top") && isNumber(t, i + 1)
                        || isNumber(t, i) && t.is(i - 1, "top"))) {
            i++;
        }
        boolean top = t.is(i - 2, "top");
        return switch (t.kind(i)) {
            case NOTHING -> top;
            case NUMBER -> !t.isKind(i + 1, WORD) || t.isKind(i + 2, CLOSE) || hasFrom(t, i + 1);
            case STRING, OPEN_STRING, CONSTANT ->
                    !t.isKind(i + 1, WORD) || hasFrom(t, i + 1) || t.isKind(i + 2, COMMA);
            case VARIABLE, OPEN -> true;
            case ARITHMETIC -> !t.isKind(i + 1, WORD) || isCall(t, i + 1);
            case KEYWORD -> t.isAnyOf(i, "case", "exists");
            case WORD -> isKnownCall(t, i) || hasFrom(t, i + 1) || isColumn(t, i);
            default -> false;
        };
    }

    private static boolean isColumn(SqlTokens t, int i) {
        return isCall(t, i) && t.touchesNext(i)
                || t.isKind(i + 1, DOT) && t.isKind(i + 2, WORD)
                || t.isKind(i + 1, COMMENT) && isShortComment(t, i + 1)
                || t.isKind(i + 1, BARS)
                || t.isKind(i + 1, COMMA) && isLiteral(t, i + 2);
    }

    /** Whether names and values, each behind a comma, lead to a {@code from} with a name. */
    private static boolean hasFrom(SqlTokens t, int behindFirst) {
        int i = behindFirst;
        for (int steps = 0; steps < FAR; steps++) {
            if (t.is(i, "from")) {
                return t.isKind(i + 1, WORD) || t.isKind(i + 1, OPEN) || isEnd(t, i + 1);
            }
            boolean joined =
                    t.isKind(i, COMMA)
                            || t.isKind(i, ARITHMETIC)
                            || t.isKind(i, BARS)
                            || t.isKind(i, DOT)
                            || t.is(i, "as");
            int next = joined ? behindValue(t, i + 1) : i;
            if (joined && t.is(i + 1, "*")) {
                next = i + 2;
            }
            if (next <= i) {
                return t.isKind(i, WORD) && t.is(i + 1, "from") && t.isKind(i - 1, CLOSE);
            }
            i = next;
        }
        return false;
    }

    /** A query of its own: within parentheses, behind what was closed, or the whole text. */
    static boolean select(SqlTokens t, int i) {
        if (!asks(t, i)) {
            return false;
        }
        if (t.isKind(i - 1, OPEN)) {
            return true;
        }
        if (isBehindValue(t, i) || t.isKind(i - 1, SEMICOLON) || t.isKind(i - 1, LOGIC)) {
            return true;
        }
        return i == 0 && isWhole(t);
    }

    /** Whether something is asked for behind the word; not {@code "select * from" mug}. */
    static boolean asks(SqlTokens t, int select) {
        boolean open = t.is(select + 2, "from") && isString(t, select + 3);
        return t.is(select + 1, "*") ? !open : isSelected(t, select + 1);
    }

    private static boolean isWhole(SqlTokens t) {
        boolean known = isKnownCall(t, 1) || t.isKind(1, VARIABLE);
        boolean table = t.isKind(3, WORD) && !t.is(4, "-");
        boolean everything = t.is(1, "*") && t.is(2, "from") && table;
        return known || everything || endsInComment(t, 0) || hasClause(t);
    }

    private static boolean hasClause(SqlTokens t) {
        int last = Math.min(t.count(), 64);
        for (int i = 1; i < last; i++) {
            boolean foreign = t.isKind(i + 2, DOT) && t.isKind(i + 3, DOT);
            boolean names = t.is(i, "from") && (isSchema(t, i + 1) || foreign);
            boolean narrows = t.is(i, "where") && t.isKind(i + 2, COMPARISON);
            if (names || narrows) {
                return true;
            }
        }
        return false;
    }

    /** {@code from information_schema.tables}, wherever it stands. */
    static boolean from(SqlTokens t, int i) {
        return isSchema(t, i + 1)
                        && (t.isKind(i + 2, DOT) || !t.isKind(i + 2, WORD))
                        && !t.isOneOf(i + 1, WEAK_SCHEMAS)
                || t.isOneOf(i + 1, WEAK_SCHEMAS) && t.isKind(i + 2, DOT)
                || t.isOneOf(i + 1, TABLES) && t.isKind(i - 1, CLOSE) && t.closesMore();
    }

    private static final Words WEAK_SCHEMAS = Words.of("mysql dual");

    private static boolean isSchema(SqlTokens t, int i) {
        return t.isOneOf(i, SCHEMAS);
    }

    static boolean endsInComment(SqlTokens t, int from) {
        return t.count() > from && isShortComment(t, t.count() - 1);
    }
}
