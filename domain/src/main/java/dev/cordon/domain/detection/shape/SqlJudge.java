package dev.cordon.domain.detection.shape;

/**
 * Whether a text is SQL that changes what a query means. A text may stand behind an open quote or
 * bare, so it is read each way; what counts is structure, never a word alone. Reused; not safe for
 * two threads.
 */
final class SqlJudge {

    /** What a text is found to be. */
    enum Verdict {
        NOTHING,
        PROBE,
        INJECTION
    }

    private static final byte[] QUOTES = {'\'', '"'};

    private final SqlReader reader = new SqlReader();
    private byte[] joined = new byte[256];

    /** Reads the text bare and behind a quote of either sort. */
    Verdict judge(byte[] text, int length) {
        if (Comments.hasConditional(text, length)) {
            return Verdict.INJECTION;
        }
        var verdict = readEachWay(text, length);
        if (verdict != Verdict.INJECTION && Comments.isWithinWord(text, length)) {
            joined = joined.length < length ? new byte[length] : joined;
            int left = Comments.drop(text, length, joined);
            verdict = worse(verdict, readEachWay(joined, left));
        }
        return verdict == Verdict.NOTHING && SqlProbe.isProbe(text, length)
                ? Verdict.PROBE
                : verdict;
    }

    private Verdict readEachWay(byte[] text, int length) {
        var verdict = read(text, length, 0);
        for (byte quote : QUOTES) {
            if (verdict != Verdict.INJECTION && has(text, length, quote)) {
                verdict = worse(verdict, read(text, length, quote));
            }
        }
        return verdict;
    }

    private Verdict read(byte[] text, int length, int quote) {
        var tokens = reader.read(text, length, quote);
        for (int i = 0; i < tokens.count(); i++) {
            if (isAttack(tokens, i)) {
                return Verdict.INJECTION;
            }
        }
        return SqlProbe.isBegun(tokens) ? Verdict.PROBE : Verdict.NOTHING;
    }

    private static Verdict worse(Verdict one, Verdict other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static boolean has(byte[] text, int length, int quote) {
        int i = 0;
        while (i < length && text[i] != quote) {
            i++;
        }
        return i < length;
    }

    private static boolean isAttack(SqlTokens t, int i) {
        return switch (t.kind(i)) {
            case KEYWORD -> isClause(t, i) || isStatement(t, i);
            case LOGIC -> SqlConditions.isJoined(t, i);
            case BARS -> SqlConditions.isJoined(t, i) || SqlQuotes.joins(t, i);
            case WORD -> SqlQueries.isInner(t, i) || SqlCalls.isAttack(t, i) || isStatement(t, i);
            case SEMICOLON -> SqlStatements.isStacked(t, i);
            case COMMENT -> SqlQuotes.hidesTheRest(t, i);
            case COMPARISON -> SqlQuotes.compares(t, i);
            case ARITHMETIC -> SqlQuotes.joins(t, i);
            case COMMA -> SqlValues.isSubquery(t, i + 1);
            case VARIABLE -> isSystemVariable(t, i);
            default -> false;
        };
    }

    private static boolean isClause(SqlTokens t, int i) {
        return switch (t.word(i)) {
            case "union", "except", "intersect", "minus" -> SqlQueries.union(t, i);
            case "select" -> SqlQueries.select(t, i);
            case "from" -> SqlQueries.from(t, i);
            case "order", "group" -> SqlClauses.sorts(t, i);
            case "having" -> SqlClauses.having(t, i);
            case "where" -> SqlClauses.where(t, i);
            case "limit" -> SqlClauses.limits(t, i);
            case "into" -> SqlClauses.writes(t, i);
            case "procedure" -> SqlClauses.analyses(t, i);
            case "case" -> SqlCalls.chooses(t, i);
            default -> false;
        };
    }

    private static boolean isStatement(SqlTokens t, int i) {
        boolean left = i == 1 && SqlValues.isBrokenOut(t, 1);
        return SqlStatements.isSure(t, i) || left && SqlStatements.isStatement(t, i);
    }

    private static boolean isSystemVariable(SqlTokens t, int i) {
        boolean system = t.at(i, 1) == '@' && t.length(i) > 4;
        return system || i == 0 && t.length(0) > 3 && SqlValues.isBareComment(t, 1);
    }
}
