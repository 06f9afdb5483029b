package dev.cordon.domain.detection.shape;

import static dev.cordon.domain.detection.shape.SqlKind.*;
import static dev.cordon.domain.detection.shape.SqlValues.*;

/** The clauses of a query that sort, group, cut and write it: in a text that is none, an attack. */
final class SqlClauses {

    private SqlClauses() {}

    /** {@code order by 5--}, {@code group by 1,2}; not "order by phone". */
    static boolean sorts(SqlTokens t, int i) {
        if (!t.is(i + 1, "by")) {
            return false;
        }
        int first = skipOpening(t, i + 2);
        int end = skipClosing(t, behindValue(t, first));
        if (isKnownCall(t, first) && (SqlWords.isTelling(t, first) || t.touchesNext(first))) {
            return true;
        }
        if (t.is(first, "select") || t.is(first, "case")) {
            return t.isKind(first - 1, OPEN) || t.is(first + 1, "when");
        }
        boolean placed = i == 0 || isBehindValue(t, i);
        if (isNumber(t, first)) {
            boolean listed = t.isKind(end, COMMA) && isArgument(t, end + 1);
            boolean ended = t.isKind(end, COMMENT) || t.isKind(end, SEMICOLON) || t.is(end, "with");
            return listed || ended || placed && end >= t.count();
        }
        return t.isKind(first, WORD)
                && (isBrokenOut(t, i) && isShortComment(t, end) || t.is(end, "having"))
                && end > first;
    }

    private static boolean isArgument(SqlTokens t, int i) {
        return isLiteral(t, i) || isCall(t, i) || t.isKind(i, COMMENT);
    }

    static boolean having(SqlTokens t, int i) {
        return isBehindValue(t, i) && SqlConditions.isCondition(t, i + 1)
                || SqlConditions.compareValues(t, i + 1);
    }

    static boolean where(SqlTokens t, int i) {
        boolean placed = isBehindValue(t, i) || t.isKind(i - 1, CLOSE);
        return SqlConditions.compareValues(t, i + 1)
                || placed && SqlConditions.isCondition(t, i + 1);
    }

    /** {@code limit 1,1 into}, {@code limit 1--}; not "limit 2 per customer". */
    static boolean limits(SqlTokens t, int i) {
        boolean placed = i == 0 || isBehindValue(t, i);
        if (!placed || !isNumber(t, i + 1)) {
            return false;
        }
        boolean pair = t.isKind(i + 2, COMMA) || t.is(i + 2, "offset");
        int end = pair ? i + 4 : i + 2;
        return t.is(end, "union")
                || t.is(end, "procedure")
                || t.is(end, "into")
                || t.isKind(end, COMMENT)
                || pair && isNumber(t, i + 3) && isEnd(t, end) && i > 0;
    }

    /** {@code into outfile '/var/www/x.php'}, {@code into @a}. */
    static boolean writes(SqlTokens t, int i) {
        boolean file = t.isAnyOf(i + 1, "outfile", "dumpfile");
        return file && (!t.isKind(i + 2, WORD) || isCall(t, i + 2))
                || t.isKind(i + 1, VARIABLE) && isBehindValue(t, i);
    }

    static boolean analyses(SqlTokens t, int i) {
        return t.is(i + 1, "analyse") && (t.isKind(i + 2, OPEN) || isBehindValue(t, i));
    }
}
