package dev.cordon.domain.detection.shape;

import java.util.Arrays;

/**
 * The forms of a text: as it was sent, then decoded step by step, as often as careless programs do,
 * at most four times, then with HTML's references and script's escapes resolved, and at last with
 * SQL's comments taken out and blanks squeezed. No form is longer than the text, of which a bounded
 * part is looked at. Reused; not safe for two threads.
 */
public final class Decoding {

    /** So many times a percent code may hide another. */
    private static final int ROUNDS = 4;

    private static final int LONGEST = 64 * 1024;

    private final byte[][] forms = new byte[ROUNDS + 4][256];
    private final int[] lengths = new int[ROUNDS + 4];
    private int count;

    /**
     * Works the forms out.
     *
     * @return how many different ones there are, at least one: the first is the text as sent
     */
    public int decode(byte[] bytes, int from, int to) {
        resolve(bytes, from, to);
        if (Comments.isWorthOpening(forms[count - 1], lengths[count - 1])) {
            room();
            lengths[count] = Comments.open(forms[count - 1], lengths[count - 1], forms[count]);
            keepIfNew();
        }
        return count;
    }

    public byte[] bytes(int form) {
        return forms[form];
    }

    public int length(int form) {
        return lengths[form];
    }

    /** Works the forms out that keep comments and blanks as they are; the last is decoded most. */
    int resolve(byte[] bytes, int from, int to) {
        count = 0;
        int length = Math.min(to - from, LONGEST);
        lengths[0] = length;
        if (forms[0].length < length) {
            forms[0] = new byte[Math.max(length, 2 * forms[0].length)];
        }
        System.arraycopy(bytes, from, forms[0], 0, length);
        count = 1;
        if (isCoded(length)) {
            boolean again = true;
            for (int round = 0; round < ROUNDS && again; round++) {
                room();
                lengths[count] =
                        Percent.decode(
                                forms[count - 1], lengths[count - 1], forms[count], round < 2);
                again = keepIfNew();
            }
            room();
            lengths[count] = Escapes.resolve(forms[count - 1], lengths[count - 1], forms[count]);
            keepIfNew();
            if (Percent.isLittered(forms[count - 1], lengths[count - 1])) {
                room();
                lengths[count] =
                        Percent.dropStray(forms[count - 1], lengths[count - 1], forms[count]);
                keepIfNew();
            }
        }
        return count;
    }

    private boolean keepIfNew() {
        boolean same =
                Arrays.equals(
                        forms[count], 0, lengths[count], forms[count - 1], 0, lengths[count - 1]);
        count += same ? 0 : 1;
        return !same;
    }

    private void room() {
        int length = lengths[count - 1];
        if (forms[count].length < length) {
            forms[count] = new byte[Math.max(length, 2 * forms[count].length)];
        }
    }

    /** Whether it holds a code, or a character that another stands for. */
    private boolean isCoded(int length) {
        byte[] text = forms[0];
        for (int i = 0; i < length; i++) {
            byte b = text[i];
            if (b == '%' || b == '+' || b == '&' || b == '\\' || b == 0 || (b & 0xff) >= 0xa0) {
                return true;
            }
        }
        return false;
    }
}
