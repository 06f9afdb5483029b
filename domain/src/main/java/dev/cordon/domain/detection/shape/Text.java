package dev.cordon.domain.detection.shape;

/** A text in small letters, as judges look at it. Reused; not safe for two threads. */
final class Text {

    private byte[] bytes = new byte[256];
    private int length;

    /** Takes the text over. */
    Text of(byte[] text, int length) {
        begin(length);
        for (int i = 0; i < length; i++) {
            bytes[i] = Words.small(text[i]);
        }
        this.length = length;
        return this;
    }

    /** Forgets the text; at most so many bytes will be appended. */
    void begin(int most) {
        if (bytes.length < most) {
            bytes = new byte[Math.max(most, 2 * bytes.length)];
        }
        length = 0;
    }

    void append(int b) {
        bytes[length++] = (byte) b;
    }

    int length() {
        return length;
    }

    byte[] bytes() {
        return bytes;
    }

    /** A byte as a number; 0 before the start and behind the end. */
    int at(int index) {
        return index >= 0 && index < length ? bytes[index] & 0xff : 0;
    }

    boolean has(int index, String word) {
        if (index < 0 || index + word.length() > length) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (bytes[index + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    boolean contains(String word) {
        for (int i = 0; i + word.length() <= length; i++) {
            if (bytes[i] == word.charAt(0) && has(i, word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of the words is spelled between. */
    boolean isOneOf(int from, int to, Words words) {
        return words.has(bytes, from, to);
    }

    boolean isLetter(int index) {
        int b = at(index);
        return b >= 'a' && b <= 'z';
    }

    boolean isDigit(int index) {
        int b = at(index);
        return b >= '0' && b <= '9';
    }

    boolean isLetterOrDigit(int index) {
        return isLetter(index) || isDigit(index) || at(index) == '_';
    }

    boolean isQuote(int index) {
        int b = at(index);
        return b == '\'' || b == '"' || b == '`';
    }

    boolean isBlank(int index) {
        return index >= 0 && index < length && bytes[index] >= 0 && bytes[index] <= ' ';
    }

    int skipBlanks(int index) {
        int i = index;
        while (isBlank(i)) {
            i++;
        }
        return i;
    }

    /** Behind the letters, digits and underscores that start here. */
    int skipWord(int index) {
        int i = index;
        while (isLetterOrDigit(i)) {
            i++;
        }
        return i;
    }

    /** Where the letters, digits and underscores start that end here. */
    int startOfWord(int end) {
        int i = end;
        while (isLetterOrDigit(i - 1)) {
            i--;
        }
        return i;
    }
}
