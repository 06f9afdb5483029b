package dev.cordon.domain.detection.shape;

import java.util.Arrays;

/**
 * The forms of a text: as it was sent, then decoded step by step, as often as careless programs do,
 * at most four times. The last form has HTML entities and script escapes resolved too. No form is
 * longer than the text. Reused; not safe for two threads.
 */
public final class Decoding {

    /** So many times a percent code may hide another. */
    private static final int ROUNDS = 4;

    private final byte[][] forms = new byte[ROUNDS + 2][256];
    private final int[] lengths = new int[ROUNDS + 2];
    private int count;

    /**
     * Works the forms out.
     *
     * @return how many different ones there are, at least one: the first is the text as sent
     */
    public int decode(byte[] bytes, int from, int to) {
        count = 0;
        int length = to - from;
        room(length);
        System.arraycopy(bytes, from, forms[0], 0, length);
        lengths[count++] = length;
        if (!isCoded(bytes, from, to)) {
            return count;
        }
        for (int round = 0; round < ROUNDS && step(round == 0); round++) {
            // each round leaves its form behind
        }
        room(lengths[count - 1]);
        lengths[count] = Escapes.resolve(forms[count - 1], lengths[count - 1], forms[count]);
        keepIfNew();
        return count;
    }

    public byte[] bytes(int form) {
        return forms[form];
    }

    public int length(int form) {
        return lengths[form];
    }

    /** One round of percent decoding; whether it changed anything. */
    private boolean step(boolean plus) {
        room(lengths[count - 1]);
        lengths[count] = Percent.decode(forms[count - 1], lengths[count - 1], forms[count], plus);
        return keepIfNew();
    }

    private boolean keepIfNew() {
        boolean same =
                Arrays.equals(
                        forms[count], 0, lengths[count], forms[count - 1], 0, lengths[count - 1]);
        count += same ? 0 : 1;
        return !same;
    }

    private void room(int length) {
        if (count < forms.length && forms[count].length < length) {
            forms[count] = new byte[Math.max(length, 2 * forms[count].length)];
        }
    }

    private static boolean isCoded(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            switch (bytes[i]) {
                case '%', '+', '&', '\\' -> {
                    return true;
                }
                default -> {
                    // goes on
                }
            }
        }
        return false;
    }
}
