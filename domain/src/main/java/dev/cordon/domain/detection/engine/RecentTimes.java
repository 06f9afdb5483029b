package dev.cordon.domain.detection.engine;

import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * When something happened lately, in order of time whatever the order it came in. Keeps only the
 * latest when there are many.
 */
final class RecentTimes {

    private static final int FEW = 4;
    private static final int MOST = 256;

    private long[] times = new long[FEW];
    private int size;

    void add(long time) {
        if (size == MOST && time <= times[0]) {
            return;
        }
        if (size == MOST) {
            System.arraycopy(times, 1, times, 0, --size);
        } else if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
        }
        int at = size++;
        while (at > 0 && times[at - 1] > time) {
            times[at] = times[--at];
        }
        times[at] = time;
    }

    int size() {
        return size;
    }

    long get(int index) {
        return times[index];
    }

    /** How many from then, inclusive, until then, exclusive. */
    int between(long from, long until) {
        return firstFrom(until) - firstFrom(from);
    }

    /** Tells each from then on, and how many they were. */
    int since(long from, LongConsumer each) {
        int first = firstFrom(from);
        for (int i = first; i < size; i++) {
            each.accept(times[i]);
        }
        return size - first;
    }

    /** The index of the first that is not before then. */
    int firstFrom(long time) {
        int from = 0;
        int to = size;
        while (from < to) {
            int middle = from + to >>> 1;
            if (times[middle] < time) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
