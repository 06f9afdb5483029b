package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.state.StateReader;
import dev.cordon.domain.detection.state.StateWriter;
import java.util.Arrays;

/**
 * How much happened within a window, by slices of a sixtieth of it: exact enough for a ratio. A
 * slice whose place the ring needs again loses what it held.
 */
final class Totals {

    private static final int SLICES = 60;

    private final long grain;
    private final int width;
    private final long[] slices;
    private final int[] counts;

    Totals(long window, long disorder) {
        grain = Math.max(1, window / SLICES);
        width = Math.toIntExact((window + grain - 1) / grain);
        int ring = Integer.highestOneBit(Math.toIntExact(2L * width + disorder / grain)) << 1;
        slices = new long[ring];
        counts = new int[ring];
        Arrays.fill(slices, Long.MIN_VALUE);
    }

    void add(long time) {
        long slice = Math.floorDiv(time, grain);
        int place = (int) (slice & slices.length - 1);
        if (slices[place] != slice) {
            slices[place] = slice;
            counts[place] = 0;
        }
        counts[place]++;
    }

    /** The slices that end until then are empty. */
    void forgetUntil(long time) {
        long last = Math.floorDiv(time, grain);
        for (int place = 0; place < slices.length; place++) {
            if (slices[place] < last) {
                counts[place] = 0;
            }
        }
    }

    /** In the window that ends with that moment. */
    long until(long time) {
        long last = Math.floorDiv(time, grain);
        long sum = 0;
        for (long slice = last - width; slice <= last; slice++) {
            int place = (int) (slice & slices.length - 1);
            sum += slices[place] == slice ? counts[place] : 0;
        }
        return sum;
    }

    void save(StateWriter to) {
        for (int i = 0; i < counts.length; i++) {
            to.number(slices[i]);
            to.number(counts[i]);
        }
    }

    void restore(StateReader from) {
        for (int i = 0; i < counts.length; i++) {
            slices[i] = from.number();
            counts[i] = from.count();
        }
    }
}
