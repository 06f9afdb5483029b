package dev.cordon.domain.detection.shape;

import dev.cordon.domain.detection.rule.AttackShape;

/**
 * Says which attacks a text looks like: a query, whose values are looked at one by one, a path, a
 * referer, a user agent, a message. Reused; not safe for two threads.
 */
public final class Shapes {

    private static final int LONGEST_PIECE = 16 * 1024;

    private final Decoding decoding = new Decoding();
    private final SqlJudge sql = new SqlJudge();
    private final Signatures signatures = new Signatures();

    /** The bits of {@link AttackShape}, {@code 1 << ordinal}, that the text looks like. */
    public int of(byte[] bytes, int from, int to) {
        int seen = 0;
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || bytes[i] == '&') {
                seen |= piece(bytes, start, i);
                start = i + 1;
            }
        }
        if (start > from && to - from <= LONGEST_PIECE && start <= to) {
            seen |= whole(bytes, from, to);
        }
        return seen;
    }

    /** One parameter, with its name. */
    private int piece(byte[] bytes, int from, int to) {
        int end = Math.min(to, from + LONGEST_PIECE);
        int sign = from;
        while (sign < end && bytes[sign] != '=') {
            sign++;
        }
        int seen = CacheBuster.isIn(bytes, from, to) ? bit(AttackShape.CACHE_BUSTER) : 0;
        if (sign < end && sign - from < 128) {
            seen |= value(bytes, sign + 1, end);
            seen |= value(bytes, from, sign);
        } else {
            seen |= value(bytes, from, end);
        }
        return seen;
    }

    private int value(byte[] bytes, int from, int to) {
        if (to - from < 3) {
            return 0;
        }
        int form = decoding.decode(bytes, from, to) - 1;
        byte[] text = decoding.bytes(form);
        int length = decoding.length(form);
        int clues = Clues.in(text, length);
        int seen = 0;
        if ((clues & Clues.SQL) != 0 && sql.isInjection(text, length)) {
            seen |= bit(AttackShape.SQL_INJECTION);
        }
        if ((clues & Clues.QUOTES) != 0 && SqlProbe.isProbe(text, length)) {
            seen |= bit(AttackShape.SQL_PROBE);
        }
        return seen | signatures.in(text, length);
    }

    /** What only shows when the parts are seen together. */
    private int whole(byte[] bytes, int from, int to) {
        int form = decoding.decode(bytes, from, to) - 1;
        byte[] text = decoding.bytes(form);
        int length = decoding.length(form);
        return signatures.in(text, length);
    }

    static int bit(AttackShape shape) {
        return 1 << shape.ordinal();
    }
}
