package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.state.StateReader;
import dev.cordon.domain.detection.state.StateWriter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * How many different groups had an event within the window that ends with the latest event. A late
 * line counts in the window that is open when it comes; one that is later than lines may be shows
 * that a clock jumped, and the count begins anew.
 */
final class DistinctWindow {

    private record Seen(long time, Key key) {}

    private static final Comparator<Seen> ORDER =
            Comparator.comparingLong(Seen::time)
                    .thenComparingLong(seen -> seen.key().high())
                    .thenComparingLong(seen -> seen.key().low());

    private final long window;
    private final long disorder;
    private final int limit;
    private final Map<Key, Long> latest = new HashMap<>();
    private final TreeSet<Seen> byTime = new TreeSet<>(ORDER);
    private long newest = Long.MIN_VALUE;

    /**
     * @param disorder how many seconds a line may be late
     * @param limit more are not counted: the oldest goes
     */
    DistinctWindow(long window, long disorder, int limit) {
        this.window = window;
        this.disorder = disorder;
        this.limit = limit;
    }

    void add(Key key, long time) {
        if (time < newest - window - disorder) {
            latest.clear();
            byTime.clear();
            newest = time;
        }
        newest = Math.max(newest, time);
        Long before = latest.get(key);
        if (time >= newest - window && (before == null || before < time)) {
            if (before != null) {
                byTime.remove(new Seen(before, key));
            }
            latest.put(key, time);
            byTime.add(new Seen(time, key));
        }
        while (!byTime.isEmpty()
                && (byTime.first().time() < newest - window || byTime.size() > limit)) {
            latest.remove(byTime.pollFirst().key());
        }
    }

    /** Whether any event was that old. */
    boolean forgetUntil(long time) {
        boolean any = false;
        while (!byTime.isEmpty() && byTime.first().time() <= time) {
            latest.remove(byTime.pollFirst().key());
            any = true;
        }
        return any;
    }

    void remove(Key key) {
        Long time = latest.remove(key);
        if (time != null) {
            byTime.remove(new Seen(time, key));
        }
    }

    /** When the latest event was. */
    long newest() {
        return newest;
    }

    int count() {
        return latest.size();
    }

    void save(StateWriter to) {
        to.number(newest);
        to.number(latest.size());
        latest.forEach(
                (key, time) -> {
                    key.save(to);
                    to.number(time);
                });
    }

    void restore(StateReader from) {
        newest = from.number();
        from.each(
                () -> {
                    var key = Key.restored(from);
                    long time = from.number();
                    latest.put(key, time);
                    byTime.add(new Seen(time, key));
                });
    }
}
