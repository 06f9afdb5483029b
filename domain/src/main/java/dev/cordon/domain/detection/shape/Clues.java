package dev.cordon.domain.detection.shape;

/** Which judges a text is worth: one pass over its bytes. */
final class Clues {

    /** Something that SQL needs beyond words. */
    static final int SQL = 1;

    static final int QUOTES = 2;

    private static final byte[] OF = new byte[256];

    static {
        mark("'\"`\\", SQL | QUOTES);
        mark("'\"()=<>;#*,@|&!-/[0123456789", SQL);
    }

    private Clues() {}

    static int in(byte[] text, int length) {
        int clues = 0;
        for (int i = 0; i < length; i++) {
            clues |= OF[text[i] & 0xff];
        }
        return clues;
    }

    private static void mark(String bytes, int clue) {
        bytes.chars().forEach(b -> OF[b] |= (byte) clue);
    }
}
