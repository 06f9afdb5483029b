package dev.cordon.domain.evidence.intake;

/**
 * Looks a stream of bytes through for card numbers and verification codes, and blots them out where
 * it is told to, in memory that does not grow. Whoever has bytes puts them into {@link #window}
 * from {@link #end} on, at most {@link #room} of them, says so with {@link #added}, and then finds
 * what was looked through between {@link #ready} and {@link #looked}, until {@link #taken}.
 *
 * <p>Of a card number the first six and the last four digits stay (PCI DSS 4.0.1, requirement
 * 3.4.1); of verification codes and tracks nothing (3.3.1). The text keeps its length.
 */
public final class CardScan {

    /** What these rules are called; another word for other rules. */
    public static final String RULES = "cards/2";

    private static final int BEHIND = 256;
    private static final int WINDOW = 1 << 17;
    private final byte[] window = new byte[WINDOW];
    private final CardForms forms;
    private final DigitBlock block = new DigitBlock();
    private int ready;
    private int looked;
    private int end;
    private long found;

    /**
     * @param blots whether what is found is blotted out, or only counted
     */
    public CardScan(boolean blots) {
        this.forms = new CardForms(blots);
    }

    public byte[] window() {
        return window;
    }

    public int end() {
        return end;
    }

    public int room() {
        return WINDOW - end;
    }

    /** The first byte that was looked through and not taken yet. */
    public int ready() {
        return ready;
    }

    /** Behind the last one. */
    public int looked() {
        return looked;
    }

    /** How many were found by now. */
    public long found() {
        return found;
    }

    /**
     * Looks through what was added, up to where something may still go on.
     *
     * @param last whether nothing follows
     */
    public void added(int length, boolean last) {
        end += length;
        int sure = last ? end : end - CardForms.LONGEST;
        while (looked < sure) {
            if (looked + DigitBlock.SIZE <= end && block.look(window, looked)) {
                byBlock(sure);
            } else {
                byByte(Math.min(sure, looked + DigitBlock.SIZE));
            }
        }
    }

    /** Of what may still go on, nothing is looked at closely. */
    private void byBlock(int sure) {
        int base = looked;
        for (long left = block.candidates(); left != 0; left &= left - 1) {
            int at = base + Long.numberOfTrailingZeros(left);
            if (at >= sure) {
                looked = Math.max(looked, at);
                return;
            }
            if (at >= looked) {
                looked = at;
                afterDigits();
            }
        }
        looked = Math.max(looked, base + block.told());
    }

    private void byByte(int to) {
        while (looked < to) {
            int one = window[looked];
            if (one >= '0' && one <= '9') {
                afterDigits();
            } else if (!(one == '%' && isFound(3)) && !(one == '\\' && isFoundEscaped())) {
                looked++;
            }
        }
    }

    private void afterDigits() {
        int digits = looked + 1;
        while (digits < end && window[digits] >= '0' && window[digits] <= '9') {
            digits++;
        }
        int from = Math.max(0, looked - BEHIND);
        if (digits < end && Glance.isNothing(window, from, looked, digits, end)) {
            looked = digits;
            return;
        }
        var text = text(width());
        int past = forms.end(text, looked);
        if (past >= 0) {
            found++;
            looked = past;
            return;
        }
        while (looked < end && window[looked] >= '0' && window[looked] <= '9') {
            looked += text.width();
        }
        looked = Math.min(looked, end);
    }

    private Characters text(int width) {
        return new Characters(window, Math.max(0, looked - BEHIND), end, width);
    }

    /** How many bytes a digit takes there: the zeros behind it tell. */
    private int width() {
        if (looked + 2 >= end || window[looked + 1] != 0) {
            return 1;
        }
        return looked + 4 < end && window[looked + 2] == 0 && window[looked + 3] == 0 ? 4 : 2;
    }

    private boolean isFoundEscaped() {
        int kind = looked + 1 < end ? window[looked + 1] : 0;
        return kind == 'u' && isFound(6) || kind == 'x' && isFound(4);
    }

    /** Whether something begins so far behind: digits of an escape are not its own. */
    private boolean isFound(int behind) {
        int at = looked + behind;
        if (at >= end || window[at] < '0' || window[at] > '9') {
            return false;
        }
        var text = text(1);
        if (behind == 3 && text.length(looked) != 3) {
            return false;
        }
        int past = forms.end(text, at);
        if (past < 0) {
            return false;
        }
        found++;
        looked = past;
        return true;
    }

    /** So much of what was looked through was taken; once all of it is, room is made. */
    public void taken(int length) {
        ready += length;
        if (ready == looked && room() < WINDOW / 2) {
            int from = Math.max(0, ready - BEHIND);
            System.arraycopy(window, from, window, 0, end - from);
            ready -= from;
            looked -= from;
            end -= from;
        }
    }
}
