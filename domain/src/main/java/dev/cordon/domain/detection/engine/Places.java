package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.Proof.ByteRange;
import dev.cordon.domain.detection.state.StateReader;
import dev.cordon.domain.detection.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the lines of a campaign stand in their log, neighbours joined. When there are too many
 * pieces further ones are only counted.
 */
final class Places {

    private static final int LENGTH_BITS = 18;
    private static final int LONGEST = (1 << LENGTH_BITS) - 1;
    private static final int OFFSET_BITS = 40;
    private static final long OFFSET = (1L << OFFSET_BITS) - 1;
    private static final int MOST = 10_000;

    private final TreeMap<Long, Long> ranges = new TreeMap<>();
    private long openFrom;
    private long openTo;
    private long unlisted;

    /** The signal's place as one number: source, offset, length. */
    static long packed(Signal signal) {
        long place = (long) signal.source << OFFSET_BITS | signal.place;
        return place << LENGTH_BITS | Math.min(signal.length, LONGEST);
    }

    void add(long packed) {
        long from = packed >>> LENGTH_BITS;
        long to = from + (packed & LONGEST) + 1;
        if (from == openTo) {
            openTo = to;
        } else {
            close();
            openFrom = from;
            openTo = to;
        }
    }

    /** Most lines follow the one before them: such a run goes into the tree at its end. */
    private void close() {
        if (openTo > openFrom) {
            add(openFrom, openTo);
        }
        openFrom = 0;
        openTo = 0;
    }

    /** A line, with the byte that ends it. */
    private void add(long from, long to) {
        if (to - from <= 1) {
            return;
        }
        var before = ranges.floorEntry(from);
        if (before != null && before.getValue() >= to) {
            return;
        }
        long start = from;
        long end = to;
        if (before != null && before.getValue() >= from) {
            start = before.getKey();
        }
        var after = ranges.higherEntry(from);
        if (after != null && after.getKey() <= end) {
            end = Math.max(end, after.getValue());
            ranges.remove(after.getKey());
        }
        if (ranges.size() >= MOST && !ranges.containsKey(start)) {
            unlisted++;
            return;
        }
        ranges.put(start, end);
    }

    void addAll(Places others) {
        others.close();
        others.ranges.forEach(this::add);
        unlisted += others.unlisted;
    }

    long unlisted() {
        return unlisted;
    }

    /**
     * @param sources the names of the sources by their numbers
     */
    List<ByteRange> ranges(List<String> sources) {
        close();
        var all = new ArrayList<ByteRange>();
        for (Map.Entry<Long, Long> each : ranges.entrySet()) {
            long from = each.getKey() & OFFSET;
            long to = from + each.getValue() - each.getKey();
            all.add(new ByteRange(sources.get((int) (each.getKey() >>> OFFSET_BITS)), from, to));
        }
        return all;
    }

    void save(StateWriter to) {
        close();
        to.number(ranges.size());
        ranges.forEach(
                (start, end) -> {
                    to.number(start);
                    to.number(end - start);
                });
        to.number(unlisted);
    }

    void restore(StateReader from) {
        from.each(
                () -> {
                    long start = from.number();
                    ranges.put(start, start + from.number());
                });
        unlisted = from.number();
    }
}
