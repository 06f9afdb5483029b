package dev.cordon.domain.detection.shape;

import java.util.Arrays;

/** The tokens of a text read as SQL. Reused; not safe for two threads. */
final class SqlTokens {

    private static final int MOST = 4_096;

    private SqlKind[] kinds = new SqlKind[64];
    private String[] words = new String[64];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int[] partners = new int[64];
    private final int[] open = new int[MOST];
    private byte[] text = new byte[0];
    private int count;
    private int depth;
    private int surplus;
    private int quote;

    /** Forgets what was read; what follows is read from that text. */
    void begin(byte[] text, int quote) {
        this.text = text;
        this.quote = quote;
        count = 0;
        depth = 0;
        surplus = 0;
    }

    boolean isFull() {
        return count == MOST;
    }

    void add(SqlKind kind, String word, int from, int to) {
        if (isFull()) {
            return;
        }
        if (count == kinds.length) {
            grow(Math.min(MOST, 2 * count));
        }
        kinds[count] = kind;
        words[count] = word;
        starts[count] = from;
        ends[count] = to;
        partners[count] = -1;
        if (kind == SqlKind.OPEN) {
            open[depth++] = count;
        } else if (kind == SqlKind.CLOSE && depth > 0) {
            partners[open[--depth]] = count;
        } else if (kind == SqlKind.CLOSE) {
            surplus++;
        }
        count++;
    }

    private void grow(int size) {
        kinds = Arrays.copyOf(kinds, size);
        words = Arrays.copyOf(words, size);
        starts = Arrays.copyOf(starts, size);
        ends = Arrays.copyOf(ends, size);
        partners = Arrays.copyOf(partners, size);
    }

    /** Whether the last token is no word that means something to SQL. */
    boolean endsInName() {
        var last = kind(count - 1);
        return last == SqlKind.WORD || last == SqlKind.NUMBER;
    }

    int count() {
        return count;
    }

    /**
     * Whether the text is read as what stands behind an open quote; the first token is its rest.
     */
    boolean isQuoted() {
        return quote != 0;
    }

    /** Whether more parentheses are closed than opened: somebody leaves the place he was put in. */
    boolean closesMore() {
        return surplus > 0;
    }

    SqlKind kind(int index) {
        return index >= 0 && index < count ? kinds[index] : SqlKind.NOTHING;
    }

    boolean isKind(int index, SqlKind kind) {
        return kind(index) == kind;
    }

    /** A word of SQL in small letters, an operator; empty for what is no word of SQL. */
    String word(int index) {
        return index >= 0 && index < count ? words[index] : Words.NONE;
    }

    boolean is(int index, String word) {
        return word(index).equals(word);
    }

    boolean isAnyOf(int index, String first, String second) {
        var word = word(index);
        return word.equals(first) || word.equals(second);
    }

    /** Behind the parenthesis that closes this one, or behind everything. */
    int behind(int openParenthesis) {
        int partner = partners[openParenthesis];
        return partner < 0 ? count : partner + 1;
    }

    /** Whether nothing stands between this token and the next. */
    boolean touchesNext(int index) {
        return index >= 0
                && index + 1 < count
                && starts[index + 1] - ends[index] <= quotes(index) + quotes(index + 1);
    }

    private int quotes(int index) {
        return kinds[index] == SqlKind.STRING || kinds[index] == SqlKind.OPEN_STRING ? 1 : 0;
    }

    /** Whether the string is written in the quote that the text is taken to stand in. */
    boolean isInSameQuote(int index) {
        return index > 0 && index < count && text[starts[index] - 1] == quote;
    }

    int length(int index) {
        return index >= 0 && index < count ? ends[index] - starts[index] : 0;
    }

    /** A byte of the token, counted from its start; 0 beyond its end. */
    byte at(int index, int offset) {
        return offset < length(index) ? text[starts[index] + offset] : 0;
    }

    /** Whether the token is one of the words, whatever it means to SQL. */
    boolean isOneOf(int index, Words words) {
        return index >= 0 && index < count && words.has(text, starts[index], ends[index]);
    }

    /** Whether both tokens are spelled the same, whatever the case of their letters. */
    boolean areAlike(int one, int other) {
        int length = length(one);
        if (length == 0 || length != length(other)) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (Words.small(at(one, i)) != Words.small(at(other, i))) {
                return false;
            }
        }
        return true;
    }
}
