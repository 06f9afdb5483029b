package dev.cordon.domain.evidence.intake;

import dev.cordon.domain.detection.log.CardNumbers;

/** Card numbers, magnetic tracks and verification codes, where they begin. */
final class CardForms {

    /** The most bytes that belong together: a number and its track, four bytes a character. */
    static final int LONGEST = 512;

    private static final int MOST_DIGITS = 19;
    private static final int SHOWN_FIRST = 6;
    private static final int SHOWN_LAST = 4;
    private static final int SHORTEST_TRACK = 7;
    private static final int LONGEST_TRACK = 40;

    private final boolean blots;
    private final byte[] digits = new byte[2 * MOST_DIGITS];
    private final int[] places = new int[2 * MOST_DIGITS];

    CardForms(boolean blots) {
        this.blots = blots;
    }

    /**
     * The end of what begins at that digit and may not be kept; -1 if it may.
     *
     * @param text begins so much before that names of fields are in it
     */
    int end(Characters text, int at) {
        if (!text.beginsThere(at)) {
            return -1;
        }
        int code = VerificationCodes.end(text, at);
        if (code >= 0) {
            for (int i = at; blots && i < code; i += text.length(i)) {
                text.blot(i);
            }
            return code;
        }
        return number(text, at);
    }

    private int number(Characters text, int at) {
        int count = read(text, at);
        int end = CardNumbers.end(digits, 0, count);
        if (end >= 0) {
            return -1;
        }
        int last = places[~end - 1];
        int past = last + text.length(last);
        int track = track(text, past);
        if (track < 0 && Characters.isWord(text.at(past))) {
            return -1;
        }
        if (blots) {
            blot(text, ~end);
            for (int i = past; i < track; i += text.length(i)) {
                if (text.isDigit(i)) {
                    text.blot(i);
                }
            }
        }
        return Math.max(past, track);
    }

    /** Puts digits and what parts them side by side, in one byte each. */
    private int read(Characters text, int at) {
        int count = 0;
        int run = 0;
        for (int i = at; count < digits.length; i += text.length(i)) {
            int parting = text.parting(i);
            if (text.isDigit(i)) {
                digits[count] = (byte) text.at(i);
                run++;
            } else if (parting != 0 && run == 4 || parting != 0 && run == 6) {
                digits[count] = (byte) (parting == '.' ? '+' : parting);
                run = 0;
            } else {
                return count;
            }
            places[count++] = i;
        }
        return count;
    }

    private void blot(Characters text, int end) {
        int all = 0;
        for (int i = 0; i < end; i++) {
            all += isDigit(digits[i]) ? 1 : 0;
        }
        int number = 0;
        for (int i = 0; i < end; i++) {
            if (isDigit(digits[i])) {
                number++;
                if (number > SHOWN_FIRST && number <= all - SHOWN_LAST) {
                    text.blot(places[i]);
                }
            }
        }
    }

    private static boolean isDigit(byte one) {
        return one >= '0' && one <= '9';
    }

    /** The end of what a magnetic stripe holds behind the number (ISO/IEC 7813); -1 if nothing. */
    private static int track(Characters text, int at) {
        int mark = text.at(at);
        if (mark == '^') {
            int name = at + text.length(at);
            for (int i = 0; i < LONGEST_TRACK && text.at(name) != Characters.OTHER; i++) {
                if (text.at(name) == '^') {
                    return digitsEnd(text, name + text.length(name));
                }
                name += text.length(name);
            }
            return -1;
        }
        return mark == '=' || mark == 'D' ? digitsEnd(text, at + text.length(at)) : -1;
    }

    private static int digitsEnd(Characters text, int at) {
        int end = at;
        int count = 0;
        while (count < LONGEST_TRACK && text.isDigit(end)) {
            end += text.length(end);
            count++;
        }
        return count < SHORTEST_TRACK ? -1 : end;
    }
}
