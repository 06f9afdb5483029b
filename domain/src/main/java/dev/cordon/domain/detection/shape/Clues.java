package dev.cordon.domain.detection.shape;

/**
 * Which judges a text is worth: one pass over its bytes, which most texts leave with nothing. What
 * is asked is only whether a judge could find anything, never whether he does.
 */
final class Clues {

    static final int SQL = 1;
    static final int QUOTES = 2;
    static final int MARKUP = 4;
    static final int COMMAND = 8;
    static final int PATH = 16;
    static final int CODE = 32;

    /** A blank: words stand side by side, and some sentences of SQL are words alone. */
    static final int BLANK = 64;

    /** A code, an entity or an escape: decode before judging. */
    static final int CODED = 128;

    private static final short[] OF = new short[256];

    /** Words by which SQL is recognised that has no sign in it. */
    private static final Words TRIGGERS =
            Words.of(
                    """
                    select union order group having where like rlike regexp between true false null exec
                    execute drop limit div waitfor insert delete update truncate declare create alter
                    into and or
                    """);

    /** What needs no sign at all begins with one of these, or goes on so. */
    private static final String[] BEGINNINGS =
            """
            /et etc/ roc/ /va .in m32 b-i a-i .ss _hi 169 kef w_u o_p o_a ro0 d00 v/t hp: ar: le:
            ct: ip: ob: gg: er: ta: ap: pt: c:/ d:/ g.p wge rsh d.e va. ss. d_p s.m e_f a.g xt.
            oot /us /op ib: oc: r/b nt. 200 rna e/l e2/ ftp x.s x2e x2f x5c pco n_s e_m sob sco
            """
                    .strip()
                    .split("\\s+");

    /** Of these the first three letters stand in every second address. */
    private static final String[] LONGER = {"bin/", "nnt/"};

    /** Options of a shell's program, behind a blank. */
    private static final String OPTIONS = "aceilnr";

    /** What beginnings are made of; all else is one kind. */
    private static final String NAMED = "abcdefghijklmnopqrstuvwxyz0123456789/.:_- +";

    private static final int KIND_BITS = 6;
    private static final byte[] KINDS = new byte[256];
    private static final boolean[] BEGINS = new boolean[1 << 3 * KIND_BITS];
    private static final int[] LONG = new int[LONGER.length];

    static {
        mark("'\"`\\", SQL | QUOTES | MARKUP | COMMAND);
        mark("()=<>;#*@|&!^~{}", SQL);
        mark("<>(=", MARKUP);
        mark(";|&`$\n\r({", COMMAND);
        mark("\\", PATH);
        mark("{}$(<\n\r", CODE);
        mark(" \t\n\u000b\f\r+", BLANK);
        mark("%&\\", CODED);
        for (int b = 0xa0; b < 256; b++) {
            OF[b] |= CODED;
        }
        OF[0] |= CODED;
        for (int i = 0; i < NAMED.length(); i++) {
            KINDS[NAMED.charAt(i)] = (byte) (i + 1);
        }
        for (int i = 0; i < LONG.length; i++) {
            for (char c : LONGER[i].toCharArray()) {
                LONG[i] = LONG[i] << 8 | c;
            }
        }
        for (char option : OPTIONS.toCharArray()) {
            BEGINS[kinds(' ', '-', option)] = true;
            BEGINS[kinds('+', '-', option)] = true;
        }
        for (char blank : new char[] {' ', '+'}) {
            BEGINS[kinds('r', 'l', blank)] = true;
            BEGINS[kinds('d', blank, '/')] = true;
        }
        for (var beginning : BEGINNINGS) {
            BEGINS[kinds(beginning.charAt(0), beginning.charAt(1), beginning.charAt(2))] = true;
        }
    }

    private Clues() {}

    /** What a byte says with the three before it, given in small letters in one number. */
    static int of(byte b, int before) {
        int clues = OF[b & 0xff];
        if (b == (byte) before) {
            clues |=
                    b == '.'
                            ? PATH
                            : b == '-' ? SQL : b == '_' || b == '[' ? CODE : b == '?' ? COMMAND : 0;
        }
        int small = Words.small(b) & 0xff;
        return BEGINS[kinds(before >>> 8 & 0xff, before & 0xff, small)]
                        || small == '/' && isLong(before << 8 | small)
                ? clues | PATH | CODE | MARKUP | COMMAND | SQL
                : clues;
    }

    private static boolean isLong(int four) {
        for (int each : LONG) {
            if (each == four) {
                return true;
            }
        }
        return false;
    }

    /** The three bytes before the next, after this one. */
    static int next(byte b, int before) {
        return (before & 0xffff) << 8 | Words.small(b) & 0xff;
    }

    static int in(byte[] text, int from, int to) {
        int clues = 0;
        int before = 0;
        for (int i = from; i < to; i++) {
            clues |= of(text[i], before);
            before = next(text[i], before);
        }
        return clues;
    }

    /** Whether it is worth looking closer. */
    static boolean tell(int clues, byte[] text, int from, int to) {
        int signs = clues & ~BLANK;
        return signs != 0 || (clues & BLANK) != 0 && hasTrigger(text, from, to);
    }

    private static boolean hasTrigger(byte[] text, int from, int to) {
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || !isLetter(text[i])) {
                if (i - start > 1 && TRIGGERS.has(text, start, i)) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }

    private static boolean isLetter(byte b) {
        int letter = b | 0x20;
        return letter >= 'a' && letter <= 'z';
    }

    private static int kinds(int first, int second, int third) {
        return (KINDS[first] << KIND_BITS | KINDS[second]) << KIND_BITS | KINDS[third];
    }

    private static void mark(String bytes, int clue) {
        bytes.chars().forEach(b -> OF[b] |= (short) clue);
    }
}
