package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.state.StateReader;
import dev.cordon.domain.detection.state.StateWriter;

/**
 * The events of one group that a rule counts, in order of their time whatever the order they came
 * in, as far back as any rule looks. When there are too many the oldest go.
 */
final class Trail {

    /** So many are kept; no rule may count further. */
    static final int MOST = 8_192;

    private static final int FEW = 4;

    /** The bytes of the object and of its arrays' heads. */
    private static final long EMPTY = 104;

    private long[] times = new long[FEW];
    private long[] places = new long[FEW];
    private long[] values;
    private int start;
    private int size;
    private int refererCount;
    private int coldCount;
    private int bareCount;
    private int tries;
    private int firstAgent;
    private boolean changedAgent;

    /**
     * @param distinct whether of equal values only the latest counts
     */
    Trail(boolean distinct) {
        values = distinct ? new long[FEW] : new long[0];
    }

    /** The steps of a sequence that the event completed. */
    static Trail of(long[] times, long[] places, Signal signal) {
        var trail = new Trail(false);
        for (int i = 0; i < times.length; i++) {
            if (places[i] != 0) {
                trail.insert(times[i], places[i], 0);
            }
        }
        trail.describe(signal);
        return trail;
    }

    void add(Signal signal, long value) {
        insert(signal.time, Places.packed(signal), value);
        describe(signal);
    }

    private void insert(long time, long place, long value) {
        if (values.length > 0) {
            drop(value);
        }
        if (size == MOST) {
            start++;
            size--;
        }
        if (start + size == times.length) {
            makeRoom();
        }
        int at = start + size++;
        while (at > start && times[at - 1] > time) {
            move(at - 1, at--);
        }
        times[at] = time;
        places[at] = place;
        if (values.length > 0) {
            values[at] = value;
        }
    }

    private void describe(Signal signal) {
        firstAgent = tries == 0 ? signal.agent : firstAgent;
        changedAgent |= signal.agent != firstAgent;
        refererCount += signal.referer ? 1 : 0;
        coldCount += signal.isCold() ? 1 : 0;
        bareCount += signal.isBare() ? 1 : 0;
        tries++;
    }

    int size() {
        return size;
    }

    /** About how much memory it takes. */
    long bytes() {
        return EMPTY + 8L * (times.length + places.length + values.length);
    }

    long time(int index) {
        return times[start + index];
    }

    long place(int index) {
        return places[start + index];
    }

    /** When the latest event was; there is at least one. */
    long last() {
        return times[start + size - 1];
    }

    boolean isColdMostly() {
        return 2 * coldCount > tries;
    }

    /** Looked at pages perhaps, but loaded nothing that belongs to them. */
    boolean isBareMostly() {
        return 2 * bareCount > tries;
    }

    boolean neverSaidWhereFrom() {
        return refererCount == 0;
    }

    boolean alwaysSaidWhereFrom() {
        return refererCount == tries;
    }

    boolean hasChangedAgent() {
        return changedAgent;
    }

    /**
     * The visitor turned out to have a browser.
     *
     * @param bare it has only looked at a page so far
     */
    void warmed(boolean bare) {
        coldCount = 0;
        bareCount = bare ? bareCount : 0;
    }

    /** How many from then until then, both inclusive. */
    int between(long from, long until) {
        return firstFrom(until + 1) - firstFrom(from);
    }

    /** The index of the first that is not before then. */
    int firstFrom(long time) {
        int from = 0;
        int to = size;
        while (from < to) {
            int middle = from + to >>> 1;
            if (times[start + middle] < time) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /**
     * The index of the first event of a window that holds the moment and enough events, or -1.
     *
     * @param window in seconds
     */
    int windowStart(long moment, long window, int atLeast) {
        int first = firstFrom(moment - window);
        for (int i = first; i + atLeast <= size && time(i) <= moment; i++) {
            if (time(i + atLeast - 1) - time(i) <= window) {
                return i;
            }
        }
        return -1;
    }

    void forgetBefore(long time) {
        while (size > 0 && times[start] < time) {
            start++;
            size--;
        }
    }

    private void drop(long value) {
        for (int i = start + size - 1; i >= start; i--) {
            if (values[i] == value) {
                remove(i);
                return;
            }
        }
    }

    private void remove(int index) {
        for (int i = index + 1; i < start + size; i++) {
            move(i, i - 1);
        }
        size--;
    }

    private void move(int from, int to) {
        times[to] = times[from];
        places[to] = places[from];
        if (values.length > 0) {
            values[to] = values[from];
        }
    }

    /** At the end: by moving to the front where much was forgotten, else by growing. */
    private void makeRoom() {
        int room = 2 * size > times.length ? 2 * times.length : times.length;
        times = moved(times, room);
        places = moved(places, room);
        values = values.length > 0 ? moved(values, room) : values;
        start = 0;
    }

    private long[] moved(long[] from, int room) {
        var to = new long[room];
        System.arraycopy(from, start, to, 0, size);
        return to;
    }

    void save(StateWriter to) {
        to.number(size);
        long before = 0;
        for (int i = start; i < start + size; i++) {
            to.number(times[i] - before);
            to.number(places[i]);
            if (values.length > 0) {
                to.number(values[i]);
            }
            before = times[i];
        }
        to.number(refererCount);
        to.number(coldCount);
        to.number(bareCount);
        to.number(tries);
        to.number(firstAgent);
        to.flag(changedAgent);
    }

    static Trail restored(StateReader from, boolean distinct) {
        var trail = new Trail(distinct);
        int size = Math.min(MOST, from.count());
        long time = 0;
        for (int i = 0; i < size; i++) {
            if (i == trail.times.length) {
                trail.makeRoom();
            }
            time += from.number();
            trail.times[i] = time;
            trail.places[i] = from.number();
            if (distinct) {
                trail.values[i] = from.number();
            }
            trail.size++;
        }
        trail.refererCount = from.count();
        trail.coldCount = from.count();
        trail.bareCount = from.count();
        trail.tries = from.count();
        trail.firstAgent = (int) from.number();
        trail.changedAgent = from.flag();
        return trail;
    }
}
