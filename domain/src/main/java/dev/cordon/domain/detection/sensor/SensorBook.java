package dev.cordon.domain.detection.sensor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the batches of a store's sensor plugin were counted, and where some are missing.
 *
 * @param run the plugin's installation; null if nothing came yet
 * @param last the number of its last batch
 * @param at when that came
 * @param gaps those that nobody was told of yet
 */
public record SensorBook(@Nullable String run, long last, Instant at, List<Gap> gaps) {

    /** More are one alert anyway. */
    private static final int MOST = 100;

    public static final SensorBook EMPTY = new SensorBook(null, 0, Instant.EPOCH, List.of());

    /** What happened between two batches is not known. */
    public record Gap(Instant from, Instant to) {}

    public SensorBook {
        gaps = List.copyOf(gaps);
    }

    /**
     * Another batch came that is not known yet. One that does not follow the last one leaves a gap:
     * batches were lost, the store's database was put back, or the plugin was installed anew and
     * took with it what waited.
     */
    public SensorBook heard(String run, long sequence, Instant at) {
        boolean follows = this.run == null || this.run.equals(run) && sequence == last + 1;
        return new SensorBook(run, sequence, at, follows ? gaps : with(new Gap(this.at, at)));
    }

    /**
     * A batch came that is kept already. It is counted if it was not: the program may have ended
     * between the two.
     */
    public SensorBook heardAgain(String run, long sequence, Instant at) {
        return run.equals(this.run) && sequence <= last ? this : heard(run, sequence, at);
    }

    /** People know of them. */
    public SensorBook told(List<Gap> told) {
        var rest = new ArrayList<>(gaps);
        rest.removeAll(told);
        return new SensorBook(run, last, at, rest);
    }

    private List<Gap> with(Gap gap) {
        var all = new ArrayList<>(gaps);
        if (all.size() < MOST) {
            all.add(gap.to().isBefore(gap.from()) ? new Gap(gap.to(), gap.to()) : gap);
        }
        return all;
    }
}
