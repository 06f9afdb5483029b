package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.state.StateReader;
import dev.cordon.domain.detection.state.StateWriter;
import java.util.Arrays;

/**
 * What is usual: an exponentially weighted mean of how many events a minute brought, fed with
 * minutes only once they are old enough to be complete and to be no part of what is judged.
 */
final class Baseline {

    private static final int MINUTE = 60;

    private final double keep;
    private final int delay;
    private final long[] minutes;
    private final int[] counts;
    private double mean;
    private long learned;
    private long next = Long.MIN_VALUE;

    /**
     * @param halfLife in seconds: so old a minute weighs half
     * @param delay in seconds: younger minutes are not usual yet
     */
    Baseline(long halfLife, long delay) {
        keep = Math.pow(0.5, (double) MINUTE / halfLife);
        this.delay = (int) (delay / MINUTE) + 1;
        int ring = Integer.highestOneBit(2 * this.delay + 4) << 1;
        minutes = new long[ring];
        counts = new int[ring];
        Arrays.fill(minutes, Long.MIN_VALUE);
    }

    void add(long time) {
        long minute = Math.floorDiv(time, MINUTE);
        boolean jumpedBack = minute < next - counts.length;
        next = next == Long.MIN_VALUE || jumpedBack ? minute : next;
        learnUntil(minute - delay);
        int place = (int) (minute & counts.length - 1);
        if (minutes[place] != minute && (minutes[place] < minute || jumpedBack)) {
            minutes[place] = minute;
            counts[place] = 0;
        }
        if (minutes[place] == minute) {
            counts[place]++;
        }
    }

    /** Events a minute that are usual; 0 while nothing is known. */
    double perMinute() {
        return mean;
    }

    /** Whether enough minutes were seen to call anything usual. */
    boolean isKnown() {
        return learned >= 10;
    }

    private void learnUntil(long minute) {
        if (minute - next > counts.length) {
            mean *= Math.pow(keep, minute - next - counts.length);
            next = minute - counts.length;
        }
        for (; next < minute; next++) {
            int place = (int) (next & counts.length - 1);
            int count = minutes[place] == next ? counts[place] : 0;
            double weight = Math.max(1 - keep, 1.0 / (learned + 1));
            mean += (count - mean) * weight;
            learned++;
        }
    }

    void save(StateWriter to) {
        to.real(mean);
        to.number(learned);
        to.number(next);
        for (int i = 0; i < counts.length; i++) {
            to.number(minutes[i]);
            to.number(counts[i]);
        }
    }

    void restore(StateReader from) {
        mean = from.real();
        learned = from.number();
        next = from.number();
        for (int i = 0; i < counts.length; i++) {
            minutes[i] = from.number();
            counts[i] = from.count();
        }
    }
}
