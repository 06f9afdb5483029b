package dev.cordon.domain.detection.shape;

import dev.cordon.domain.detection.rule.AttackShape;

/**
 * Says which attacks a text looks like: a query, whose values are looked at one by one, a path, a
 * referer, a user agent, a message. Reused; not safe for two threads.
 */
public final class Shapes {

    private final Decoding decoding = new Decoding();
    private final Judges judges = new Judges();

    /** The bits of {@link AttackShape}, {@code 1 << ordinal}, that the text looks like. */
    public int of(byte[] bytes, int from, int to) {
        int seen = 0;
        int start = from;
        int sign = -1;
        int nameClues = 0;
        int clues = 0;
        int before = 0;
        boolean torn = false;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b == '&') {
                seen |= piece(bytes, start, sign, i, nameClues, clues);
                torn =
                        torn
                                || isTorn(bytes, i, to)
                                || start < i && hasOpenComment(bytes, start, i, clues);
                start = i + 1;
                sign = -1;
                nameClues = 0;
                clues = 0;
                before = 0;
            } else if (b == '=' && sign < 0) {
                sign = i;
                nameClues = clues;
                clues = 0;
                before = 0;
            } else {
                clues |= Clues.of(b, before);
                before = Clues.next(b, before);
            }
        }
        seen |= piece(bytes, start, sign, to, nameClues, clues);
        return torn ? seen | judged(bytes, from, to, false) : seen;
    }

    /** One parameter, or all there is. */
    private int piece(byte[] bytes, int from, int sign, int to, int nameClues, int clues) {
        if (CacheBuster.isIn(bytes, from, to)) {
            return 1 << AttackShape.CACHE_BUSTER.ordinal();
        }
        if (sign < 0) {
            return Clues.tell(clues, bytes, from, to) ? judged(bytes, from, to, false) : 0;
        }
        int seen = Clues.tell(clues, bytes, sign + 1, to) ? judged(bytes, sign + 1, to, true) : 0;
        boolean named = !Clues.tell(nameClues, bytes, from, sign);
        return named ? seen : seen | judged(bytes, from, to, false);
    }

    private int judged(byte[] bytes, int from, int to, boolean value) {
        int forms = decoding.resolve(bytes, from, to);
        int last = forms - 1;
        int seen = judges.of(decoding.bytes(last), decoding.length(last), value);
        if (forms > 2 && !Percent.isIn(decoding.bytes(1), decoding.length(1))) {
            seen |= judges.of(decoding.bytes(1), decoding.length(1), value);
        }
        if (forms > 1 && hasRawPlus()) {
            seen |= judges.of(decoding.bytes(0), decoding.length(0), value);
        }
        return seen;
    }

    /** Whether the text as sent joins with a plus that decoding takes for a blank. */
    private boolean hasRawPlus() {
        byte[] text = decoding.bytes(0);
        boolean plus = false;
        for (int i = 0; i < decoding.length(0); i++) {
            if (text[i] == '%') {
                return false;
            }
            plus |= text[i] == '+' && i > 0 && (text[i - 1] == '\'' || text[i - 1] == '"');
        }
        return plus;
    }

    /**
     * Whether the sign that parts parameters is part of something here: {@code &&}, {@code &lt;}.
     */
    private static boolean isTorn(byte[] bytes, int at, int to) {
        int i = at + 1;
        if (i < to && (bytes[i] == '&' || bytes[i] == '#' || bytes[i] == ' ')) {
            return true;
        }
        while (i < to && i - at < 10 && Character.isLetter(bytes[i])) {
            i++;
        }
        return i > at + 1 && i < to && bytes[i] == ';';
    }

    private static boolean hasOpenComment(byte[] bytes, int from, int to, int clues) {
        if ((clues & Clues.SQL) == 0) {
            return false;
        }
        int last = to - 2;
        while (last >= from && (bytes[last] != '/' || bytes[last + 1] != '*')) {
            last--;
        }
        return last >= from && !Comments.closesBlock(bytes, last + 2, to);
    }
}
