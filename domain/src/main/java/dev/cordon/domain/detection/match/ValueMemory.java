package dev.cordon.domain.detection.match;

import java.util.Arrays;

/**
 * What was worked out for values seen lately, by their hash. A fixed number of places; a new value
 * takes the place of an old one. Hash and answer share a number, so that a look touches one line of
 * the processor's cache.
 */
final class ValueMemory {

    /** What {@link #get} answers for a value that is not known. */
    static final int UNKNOWN = -1;

    private static final int ANSWER_BITS = 20;

    private static final long ANSWER = (1 << ANSWER_BITS) - 1;

    /** The hash without its lowest bits, which chose the place, and one more than the answer. */
    private final long[] known;

    private final int mask;

    /**
     * @param places a power of two
     */
    ValueMemory(int places) {
        known = new long[places];
        mask = places - 2;
    }

    int get(long hash) {
        int place = (int) hash & mask;
        long first = known[place];
        if ((first ^ hash) >>> ANSWER_BITS == 0) {
            return (int) (first & ANSWER) - 1;
        }
        long second = known[place + 1];
        return (second ^ hash) >>> ANSWER_BITS == 0 ? (int) (second & ANSWER) - 1 : UNKNOWN;
    }

    /**
     * Remembers the answer. Of two values at one place the newer one is kept longer.
     *
     * @param answer less than a million
     */
    void put(long hash, int answer) {
        int place = (int) hash & mask;
        known[place + 1] = known[place];
        known[place] = hash & ~ANSWER | answer + 1;
    }

    void clear() {
        Arrays.fill(known, 0);
    }
}
