package dev.cordon.domain.detection.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sets of satisfied tests; equal sets have one number. */
final class TestSets {

    /** More different sets than that are no ordinary log. */
    private static final int MOST = 1 << 15;

    private final int words;
    private final Map<Set, Integer> numbers = new HashMap<>();
    private final List<long[]> sets = new ArrayList<>();

    TestSets(int tests) {
        words = (tests + 63) / 64;
    }

    long[] empty() {
        return new long[words];
    }

    boolean isFull() {
        return sets.size() >= MOST;
    }

    void clear() {
        numbers.clear();
        sets.clear();
    }

    /** The set's number; takes the array. */
    int numberOf(long[] set) {
        var known = numbers.get(new Set(set));
        if (known != null) {
            return known;
        }
        numbers.put(new Set(set), sets.size());
        sets.add(set);
        return sets.size() - 1;
    }

    void addTo(long[] sum, int number) {
        long[] set = sets.get(number);
        for (int i = 0; i < words; i++) {
            sum[i] |= set[i];
        }
    }

    private record Set(long[] bits) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Set set && Arrays.equals(bits, set.bits);
        }

        @Override
        public int hashCode() {
            long hash = 0;
            for (long word : bits) {
                hash = Hashes.mixed(hash, word);
            }
            return (int) (hash >>> 16);
        }
    }
}
