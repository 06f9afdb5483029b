package dev.cordon.domain.detection.shape;

import dev.cordon.domain.detection.shape.SqlTokens.Kind;
import java.util.Set;

/**
 * Whether a text is SQL that changes what a query means. A text may stand behind an open quote or
 * bare, so it is read each way; what counts is structure, never a word alone. Reused; not safe for
 * two threads.
 */
final class SqlJudge {

    private static final Set<String> SCHEMAS =
            Set.of(
                    "information_schema",
                    "sysobjects",
                    "syscolumns",
                    "sqlite_master",
                    "sqlite_schema",
                    "pg_catalog",
                    "pg_tables",
                    "all_tables",
                    "user_tables",
                    "wp_users",
                    "wp_usermeta",
                    "xp_cmdshell",
                    "sp_executesql");
    private static final Set<String> FUNCTIONS =
            Set.of(
                    "sleep",
                    "benchmark",
                    "pg_sleep",
                    "extractvalue",
                    "updatexml",
                    "load_file",
                    "randomblob",
                    "gtid_subset",
                    "json_keys",
                    "group_concat",
                    "concat_ws",
                    "make_set",
                    "elt",
                    "char",
                    "chr",
                    "ascii",
                    "substring",
                    "substr",
                    "mid",
                    "ord",
                    "hex",
                    "unhex",
                    "version",
                    "database",
                    "current_user",
                    "session_user",
                    "system_user",
                    "concat",
                    "cast",
                    "convert",
                    "count",
                    "floor",
                    "exp",
                    "rand",
                    "ifnull",
                    "iif",
                    "if",
                    "length",
                    "analyse",
                    "row",
                    "sysdate",
                    "now",
                    "xmltype",
                    "utl_inaddr",
                    "utl_http",
                    "ctxsys",
                    "dbms_pipe",
                    "dbms_lock",
                    "to_char",
                    "st_latfromgeohash",
                    "polygon",
                    "geometrycollection",
                    "lower",
                    "upper",
                    "regexp_substring",
                    "generate_series");

    /** Functions that hardly anybody but an attacker calls from a search. */
    private static final Set<String> TELLTALE =
            Set.of(
                    "sleep",
                    "benchmark",
                    "pg_sleep",
                    "extractvalue",
                    "updatexml",
                    "load_file",
                    "randomblob",
                    "gtid_subset",
                    "json_keys",
                    "group_concat",
                    "concat_ws",
                    "make_set",
                    "analyse",
                    "xmltype",
                    "unhex",
                    "st_latfromgeohash",
                    "regexp_substring",
                    "generate_series");

    private final SqlTokens tokens = new SqlTokens();

    /** Whether the text is an injection, bare or behind a quote of either sort. */
    boolean isInjection(byte[] text, int length) {
        boolean single = false;
        boolean twofold = false;
        for (int i = 0; i < length; i++) {
            single |= text[i] == '\'';
            twofold |= text[i] == '"';
        }
        return isInjection(text, length, 0)
                || single && isInjection(text, length, '\'')
                || twofold && isInjection(text, length, '"');
    }

    private boolean isInjection(byte[] text, int length, int quote) {
        tokens.read(text, length, quote);
        for (int i = 0; i < tokens.count(); i++) {
            boolean found =
                    switch (tokens.kind(i)) {
                        case KEYWORD -> keyword(i);
                        case LOGIC -> logic(i);
                        case WORD -> call(i);
                        case SEMICOLON -> stacked(i + 1);
                        case COMMENT -> hidesTheRest(i, quote);
                        case CONCATENATION -> concatenates(i);
                        case OPEN -> tokens.is(i + 1, "select") && isSelectList(i + 2);
                        case COMPARISON -> comparison(i);
                        case VARIABLE -> tokens.word(i).startsWith("@@");
                        case ARITHMETIC -> isCall(i + 1) && isValue(i - 1) && isTelling(i + 1);
                        default -> false;
                    };
            if (found) {
                return true;
            }
        }
        return false;
    }

    private boolean keyword(int i) {
        return switch (tokens.word(i)) {
            case "union" -> union(i);
            case "select" -> isBreak(i - 1) && isSelectList(i + 1) && i > 0 || copies(i);
            case "order", "group" -> ordersByNumber(i);
            case "having" -> isBreak(i - 1) && isCondition(i + 1);
            case "where" -> i > 0 && isLiteral(i + 1) && isCondition(i + 1);
            case "into" -> tokens.is(i + 1, "outfile") || tokens.is(i + 1, "dumpfile");
            case "waitfor" -> tokens.is(i + 1, "delay") && isString(i + 2);
            case "exec", "execute" ->
                    tokens.word(i + 1).startsWith("xp_")
                            || tokens.word(i + 1).startsWith("sp_")
                            || tokens.kind(i + 1) == Kind.OPEN && isString(i + 2);
            case "case" -> tokens.is(i + 1, "when") && isCondition(i + 2);
            case "cast" -> isCall(i) && (tokens.is(i + 2, "(") || isCall(i + 2));
            case "insert" -> isAfterString(i) && tokens.is(i + 1, "into");
            case "drop", "create", "alter", "truncate", "delete", "update", "declare" ->
                    isAfterString(i) && stacked(i);
            case "exists" -> tokens.is(i + 1, "(") && tokens.is(i + 2, "select");
            case "limit" -> isBreak(i - 1) && isNumber(i + 1) && limitTail(i + 2);
            default ->
                    SCHEMAS.contains(tokens.word(i))
                            && (tokens.is(i - 1, "from")
                                    || tokens.is(i - 1, "table")
                                    || tokens.is(i + 1, ".")
                                    || tokens.word(i).startsWith("xp_"));
        };
    }

    private boolean union(int i) {
        int at = i + 1;
        while (tokens.is(at, "all") || tokens.is(at, "distinct") || tokens.is(at, "(")) {
            at++;
        }
        return tokens.is(at, "select") && isSelectList(at + 1);
    }

    /** {@code select a, b}, {@code select 1}, {@code select x from y}; not "select all dresses". */
    private boolean isSelectList(int at) {
        int i = at;
        while (tokens.is(i, "all")
                || tokens.is(i, "distinct")
                || tokens.is(i, "top") && isNumber(i + 1)) {
            i += tokens.is(i, "top") ? 2 : 1;
        }
        return switch (tokens.kind(i)) {
            case NUMBER, STRING, OPEN_STRING, VARIABLE, OPEN, ARITHMETIC -> true;
            case KEYWORD -> isAnyOf(i, "null", "true", "false", "case") || isCall(i);
            case WORD ->
                    isCall(i)
                            || tokens.kind(i + 1) == Kind.COMMA
                            || tokens.is(i + 1, "from")
                            || tokens.is(i + 1, ".")
                            || tokens.kind(i + 1) == Kind.COMMENT
                            || tokens.kind(i + 1) == Kind.CONCATENATION;
            default -> false;
        };
    }

    /** A whole query at the start: {@code select * from users}. */
    private boolean copies(int i) {
        return tokens.is(i + 1, "*") && tokens.is(i + 2, "from")
                || isCall(i + 1) && isTelling(i + 1);
    }

    private boolean ordersByNumber(int i) {
        if (!tokens.is(i + 1, "by") || i == 0 || !isBreak(i - 1)) {
            return false;
        }
        boolean single =
                isNumber(i + 2) || isTelling(i + 2) && isCall(i + 2) || tokens.is(i + 2, "(");
        boolean closed =
                tokens.kind(i + 3) == Kind.COMMENT
                        || tokens.kind(i + 3) == Kind.COMMA
                        || i + 3 >= tokens.count();
        boolean named =
                tokens.kind(i + 2) == Kind.WORD
                        && (tokens.kind(i + 3) == Kind.COMMENT || tokens.is(i + 3, "having"));
        return single && (closed || tokens.is(i + 2, "(") || isCall(i + 2)) || named;
    }

    private boolean limitTail(int i) {
        return tokens.is(i, "union")
                || tokens.is(i, "procedure")
                || tokens.is(i, "into")
                || tokens.kind(i) == Kind.COMMA && isNumber(i + 1) && tokens.is(i + 2, "procedure");
    }

    private boolean logic(int i) {
        if (i == 0 && tokens.count() < 4) {
            return false;
        }
        int next = i + 1;
        while (tokens.kind(next) == Kind.OPEN
                || tokens.is(next, "not")
                || tokens.is(next, "-")
                || tokens.is(next, "~")
                || tokens.is(next, "!")) {
            next++;
        }
        if (tokens.is(next, "select") || tokens.is(next, "exists")) {
            return tokens.kind(next - 1) == Kind.OPEN || tokens.is(next + 1, "(");
        }
        boolean behindString = isString(i - 1) || tokens.kind(i - 1) == Kind.CLOSE;
        boolean broken = behindString || isNumber(i - 1) || tokens.is(i - 1, "null") || i == 0;
        if (isCall(next) && (isTelling(next) || isFunction(next) && broken)) {
            return true;
        }
        if (isLiteral(next) && isCondition(next)) {
            return true;
        }
        if (broken && isCondition(next)) {
            return true;
        }
        boolean alone =
                isLiteral(next)
                        && (tokens.kind(next + 1) == Kind.COMMENT
                                || tokens.kind(next + 1) == Kind.SEMICOLON);
        return broken && alone || behindString && isTruth(next) && isEnd(next + 1);
    }

    private boolean isTruth(int i) {
        return isAnyOf(i, "true", "false", "null") || tokens.is(i, "1");
    }

    private boolean isEnd(int i) {
        return i >= tokens.count() || tokens.kind(i) == Kind.COMMENT;
    }

    /** Two things compared, at least one of them no ordinary word. */
    private boolean isCondition(int at) {
        int i = at;
        while (tokens.kind(i) == Kind.OPEN) {
            i++;
        }
        int end = afterOperand(i);
        while (tokens.kind(end) == Kind.CLOSE) {
            end++;
        }
        if (end <= i || tokens.kind(end) != Kind.COMPARISON && !tokens.is(end, "not")) {
            return false;
        }
        int right = tokens.is(end, "not") ? end + 2 : end + 1;
        while (tokens.kind(right) == Kind.OPEN
                || tokens.kind(right) == Kind.ARITHMETIC
                || tokens.kind(right) == Kind.COMPARISON) {
            right++;
        }
        boolean wordLeft = tokens.kind(i) == Kind.WORD && !isCall(i);
        boolean valueRight = isLiteral(right) || isCall(right) || tokens.is(right, "select");
        return valueRight && (!wordLeft || tokens.kind(i - 1) != Kind.WORD);
    }

    private int afterOperand(int i) {
        int at = i;
        while (tokens.is(at, "-") || tokens.is(at, "+") || tokens.is(at, "~")) {
            at++;
        }
        if (isCall(at)) {
            return afterParentheses(at + 1);
        }
        boolean operand =
                isLiteral(at) || tokens.kind(at) == Kind.WORD || tokens.kind(at) == Kind.VARIABLE;
        if (!operand) {
            return at;
        }
        int after = at + 1;
        while (tokens.is(after, ".") && tokens.kind(after + 1) == Kind.WORD) {
            after += 2;
        }
        if (tokens.kind(after) == Kind.ARITHMETIC && isLiteral(after + 1)) {
            after += 2;
        }
        return after;
    }

    private int afterParentheses(int open) {
        int depth = 0;
        for (int i = open; i < tokens.count(); i++) {
            depth += tokens.kind(i) == Kind.OPEN ? 1 : tokens.kind(i) == Kind.CLOSE ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return tokens.count();
    }

    private boolean call(int i) {
        if (!isCall(i)) {
            return tokens.is(i, "procedure") && tokens.is(i + 1, "analyse");
        }
        if (isTelling(i)) {
            boolean argument =
                    isLiteral(i + 2)
                            || isCall(i + 2)
                            || tokens.is(i + 2, "select")
                            || tokens.is(i + 2, "(")
                            || tokens.kind(i + 2) == Kind.VARIABLE
                            || tokens.kind(i + 3) == Kind.COMMA;
            int end = afterParentheses(i + 1);
            boolean plain = i == 0 && tokens.kind(end) == Kind.WORD;
            return argument && !plain;
        }
        boolean nested =
                isFunction(i) && (tokens.is(i + 2, "select") || tokens.is(i + 3, "select"));
        return nested
                || isFunction(i) && isFunction(i + 2) && isCall(i + 2)
                || isAnyOf(i, "char", "chr") && isNumber(i + 2) && isMoreOf(i);
    }

    private boolean isMoreOf(int i) {
        int end = afterParentheses(i + 1);
        return tokens.kind(i + 3) == Kind.COMMA && isNumber(i + 4)
                || tokens.kind(end) == Kind.CONCATENATION
                || tokens.kind(end) == Kind.ARITHMETIC && isFunction(end + 1);
    }

    private boolean stacked(int i) {
        return switch (tokens.word(i)) {
            case "select" -> isSelectList(i + 1);
            case "drop", "create", "alter", "truncate" ->
                    isAnyOf(i + 1, "table", "database", "index", "user", "view", "procedure")
                            || isAnyOf(i + 1, "function", "login", "role", "trigger", "schema");
            case "insert" -> tokens.is(i + 1, "into");
            case "delete" -> tokens.is(i + 1, "from");
            case "update" -> tokens.is(i + 2, "set");
            case "declare" -> tokens.kind(i + 1) == Kind.VARIABLE;
            case "exec", "execute" ->
                    tokens.kind(i + 1) == Kind.OPEN
                            || tokens.kind(i + 1) == Kind.VARIABLE
                            || tokens.word(i + 1).startsWith("xp_")
                            || tokens.word(i + 1).startsWith("sp_")
                            || tokens.is(i + 1, "master");
            case "waitfor" -> tokens.is(i + 1, "delay");
            case "shutdown" -> isEnd(i + 1) || tokens.is(i + 1, "with");
            case "begin" -> isCall(i + 1) || tokens.is(i + 2, ".");
            case "rename", "grant" -> isAnyOf(i + 1, "table", "all");
            case "handler" -> tokens.kind(i + 1) == Kind.WORD;
            default -> isCall(i) && isTelling(i);
        };
    }

    /** A quote, perhaps parentheses, and at once a comment: the rest of the query is gone. */
    private boolean hidesTheRest(int i, int quote) {
        int at = i - 1;
        while (tokens.kind(at) == Kind.CLOSE || tokens.kind(at) == Kind.SEMICOLON) {
            at--;
        }
        boolean closing = at < i - 1;
        boolean behindQuote = quote != 0 && at == 0 && tokens.kind(0) == Kind.STRING;
        return behindQuote && (closing || tokens.word(0).indexOf(' ') < 0)
                || closing && isNumber(at) && tokens.kind(at + 1) == Kind.CLOSE && at == 0;
    }

    private boolean concatenates(int i) {
        boolean left = isString(i - 1) || tokens.kind(i - 1) == Kind.CLOSE || isNumber(i - 1);
        return left
                && (isString(i + 1) || tokens.is(i + 1, "(") || isCall(i + 1) && isFunction(i + 1));
    }

    private boolean comparison(int i) {
        if (tokens.is(i + 1, "(") && tokens.is(i + 2, "select")) {
            return true;
        }
        if (tokens.is(i, "rlike") || tokens.is(i, "in")) {
            return false;
        }
        boolean quotes = isString(i - 1) && isString(i + 1) && tokens.is(i, "=");
        return quotes && i == 1 && tokens.kind(i + 1) == Kind.OPEN_STRING && tokens.count() == 3
                || isCall(i + 1) && isTelling(i + 1) && isValue(i - 1);
    }

    private boolean isBreak(int i) {
        return isString(i)
                || isNumber(i)
                || tokens.kind(i) == Kind.CLOSE
                || tokens.kind(i) == Kind.OPEN
                || tokens.kind(i) == Kind.SEMICOLON
                || tokens.kind(i) == Kind.VARIABLE
                || tokens.is(i, "null");
    }

    private boolean isAfterString(int i) {
        return isString(i - 1) || tokens.kind(i - 1) == Kind.CLOSE;
    }

    private boolean isValue(int i) {
        return isLiteral(i) || tokens.kind(i) == Kind.CLOSE || tokens.kind(i) == Kind.WORD;
    }

    private boolean isLiteral(int i) {
        return isNumber(i)
                || isString(i)
                || tokens.kind(i) == Kind.VARIABLE
                || isAnyOf(i, "null", "true", "false");
    }

    private boolean isNumber(int i) {
        return tokens.kind(i) == Kind.NUMBER;
    }

    private boolean isString(int i) {
        return tokens.kind(i) == Kind.STRING || tokens.kind(i) == Kind.OPEN_STRING;
    }

    private boolean isCall(int i) {
        boolean name = tokens.kind(i) == Kind.WORD || tokens.kind(i) == Kind.KEYWORD;
        return name && tokens.kind(i + 1) == Kind.OPEN && !tokens.is(i, "select");
    }

    private boolean isFunction(int i) {
        return FUNCTIONS.contains(tokens.word(i)) || tokens.is(i, "user");
    }

    private boolean isTelling(int i) {
        return TELLTALE.contains(tokens.word(i));
    }

    private boolean isAnyOf(int i, String... words) {
        for (var word : words) {
            if (tokens.is(i, word)) {
                return true;
            }
        }
        return false;
    }
}
