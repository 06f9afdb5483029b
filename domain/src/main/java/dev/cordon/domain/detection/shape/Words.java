package dev.cordon.domain.detection.shape;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * A fixed set of words in small ASCII letters, found in bytes of either case without making
 * objects.
 */
final class Words {

    /** What is found where there is no word of the set. */
    static final String NONE = "";

    private final String[] words;
    private final byte[][] spellings;
    private final int mask;
    private final int longest;

    /**
     * @param words with blanks between
     */
    static Words of(String words) {
        return new Words(words.strip().split("\\s+"));
    }

    Words(String... all) {
        int size = Integer.highestOneBit(Math.max(4, all.length)) * 4;
        mask = size - 1;
        words = new String[size];
        spellings = new byte[size][];
        int most = 0;
        for (var word : all) {
            most = Math.max(most, word.length());
            put(word);
        }
        longest = most;
    }

    private void put(String word) {
        byte[] spelling = word.getBytes(US_ASCII);
        int at = hash(spelling, 0, spelling.length) & mask;
        while (words[at] != null && !words[at].equals(word)) {
            at = at + 1 & mask;
        }
        words[at] = word;
        spellings[at] = spelling;
    }

    /** The word that is spelled there, as it was given, or {@link #NONE}. */
    String find(byte[] text, int from, int to) {
        if (to - from > longest || from >= to) {
            return NONE;
        }
        int at = hash(text, from, to) & mask;
        while (words[at] != null) {
            if (isSpelled(spellings[at], text, from, to)) {
                return words[at];
            }
            at = at + 1 & mask;
        }
        return NONE;
    }

    boolean has(byte[] text, int from, int to) {
        return !find(text, from, to).isEmpty();
    }

    private static boolean isSpelled(byte[] spelling, byte[] text, int from, int to) {
        if (spelling.length != to - from) {
            return false;
        }
        for (int i = 0; i < spelling.length; i++) {
            if (spelling[i] != small(text[from + i])) {
                return false;
            }
        }
        return true;
    }

    private static int hash(byte[] text, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + small(text[i]);
        }
        return hash ^ hash >>> 15;
    }

    /** The letter as a small one; anything else as it is. */
    static byte small(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b | 0x20) : b;
    }
}
