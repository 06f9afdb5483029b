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

    /** The bytes of the object and of its array's head. */
    private static final long EMPTY = 72;

    private static final int PLACE = 1;
    private static final int VALUE = 2;

    /** For each event its time, its place and, if only different values count, its value. */
    private long[] events;

    /** How many numbers an event is. */
    private final int width;

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
        width = distinct ? 3 : 2;
        events = new long[FEW * width];
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
        if (isDistinct()) {
            drop(value);
        }
        if (size == MOST) {
            start++;
            size--;
        }
        if ((start + size + 1) * width > events.length) {
            makeRoom();
        }
        int at = start + size++;
        while (at > start && events[(at - 1) * width] > time) {
            move(at - 1, at--);
        }
        events[at * width] = time;
        events[at * width + PLACE] = place;
        if (isDistinct()) {
            events[at * width + VALUE] = value;
        }
    }

    private boolean isDistinct() {
        return width > VALUE;
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
        return EMPTY + 8L * events.length;
    }

    long time(int index) {
        return events[(start + index) * width];
    }

    long place(int index) {
        return events[(start + index) * width + PLACE];
    }

    /** When the latest event was; there is at least one. */
    long last() {
        return time(size - 1);
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
            if (time(middle) < time) {
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
        while (size > 0 && time(0) < time) {
            start++;
            size--;
        }
    }

    private void drop(long value) {
        for (int i = start + size - 1; i >= start; i--) {
            if (events[i * width + VALUE] == value) {
                remove(i);
                return;
            }
        }
    }

    private void remove(int index) {
        int next = (index + 1) * width;
        int end = (start + size) * width;
        System.arraycopy(events, next, events, next - width, end - next);
        size--;
    }

    private void move(int from, int to) {
        System.arraycopy(events, from * width, events, to * width, width);
    }

    /** At the end: by moving to the front where much was forgotten, else by growing. */
    private void makeRoom() {
        int room = 2 * size * width > events.length ? 2 * events.length : events.length;
        var moved = new long[room];
        System.arraycopy(events, start * width, moved, 0, size * width);
        events = moved;
        start = 0;
    }

    void save(StateWriter to) {
        to.number(size);
        long before = 0;
        for (int i = 0; i < size; i++) {
            to.number(time(i) - before);
            to.number(place(i));
            if (isDistinct()) {
                to.number(events[(start + i) * width + VALUE]);
            }
            before = time(i);
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
            time += from.number();
            long place = from.number();
            trail.insert(time, place, distinct ? from.number() : 0);
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
