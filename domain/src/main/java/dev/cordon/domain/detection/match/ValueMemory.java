package dev.cordon.domain.detection.match;

import java.util.Arrays;

/**
 * What was worked out for values seen lately, by their hash. A fixed number of places; a new value
 * takes the place of an old one.
 */
final class ValueMemory {

    /** What {@link #get} answers for a value that is not known. */
    static final int UNKNOWN = -1;

    private final long[] hashes;
    private final int[] answers;
    private final int mask;

    /**
     * @param places a power of two
     */
    ValueMemory(int places) {
        hashes = new long[places];
        answers = new int[places];
        mask = places - 2;
    }

    int get(long hash) {
        int place = (int) (hash >>> 20) & mask;
        if (hashes[place] == hash) {
            return answers[place];
        }
        return hashes[place + 1] == hash ? answers[place + 1] : UNKNOWN;
    }

    /** Remembers the answer. Of two values at one place the newer one is kept longer. */
    void put(long hash, int answer) {
        int place = (int) (hash >>> 20) & mask;
        hashes[place + 1] = hashes[place];
        answers[place + 1] = answers[place];
        hashes[place] = hash;
        answers[place] = answer;
    }

    void clear() {
        Arrays.fill(hashes, 0);
    }
}
