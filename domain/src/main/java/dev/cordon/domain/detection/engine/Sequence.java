package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.rule.CorrelationRule;
import dev.cordon.domain.detection.state.StateReader;
import dev.cordon.domain.detection.state.StateWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Watches for several rules that match in one group within a time, in any order or in theirs
 * (Sigma's {@code temporal} and {@code temporal_ordered}).
 */
final class Sequence implements Room.Tenant {

    private static final long NEVER = Long.MIN_VALUE / 2;

    /** The latest of each step; for ordered ones also when the chain that led there began. */
    private record Steps(long[] times, long[] chains, long[] places) {

        static Steps of(int count) {
            var steps = new Steps(new long[count], new long[count], new long[count]);
            Arrays.fill(steps.times, NEVER);
            Arrays.fill(steps.chains, NEVER);
            return steps;
        }
    }

    private final Watched watched;
    private final CorrelationRule rule;
    private final Grouping grouping;
    private final List<Integer> order;
    private final long window;
    private final int believed;
    private final int limit;
    private final Room room;
    private long forgotten;
    private final Map<Key, Steps> groups = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param order the numbers of the rules, in the rule's order
     * @param limit how many groups are followed at once
     * @param room shared with others that follow groups
     */
    Sequence(
            Watched watched,
            CorrelationRule rule,
            Grouping grouping,
            int[] order,
            int limit,
            Room room) {
        this.watched = watched;
        this.rule = rule;
        this.grouping = grouping;
        this.order = Arrays.stream(order).boxed().toList();
        this.window = rule.timespan().toSeconds();
        this.believed = Allowed.believedFor(Watch.kindOf(rule.head().extension()));
        this.limit = limit;
        this.room = room;
        room.add(this);
    }

    @Override
    public long bytes() {
        return groups.size() * groupBytes();
    }

    private long groupBytes() {
        return Room.ENTRY + 72 + 24L * order.size();
    }

    @Override
    public boolean forgetEldest(long now) {
        if (groups.size() <= 1) {
            return false;
        }
        var eldest = groups.entrySet().iterator().next();
        forgotten += isOver(eldest.getValue(), now) ? 0 : 1;
        groups.remove(eldest.getKey());
        room.taken(-groupBytes());
        return true;
    }

    /** How many groups had to be forgotten early. */
    long forgotten() {
        return forgotten;
    }

    Watched watched() {
        return watched;
    }

    CorrelationRule rule() {
        return rule;
    }

    /** A step was taken; the trail of the whole sequence if that completes it, else null. */
    @org.jspecify.annotations.Nullable
    Trail take(Signal signal, int step) {
        var key = grouping.keyOf(signal, step);
        if (key == null || signal.isKnownFor(believed) || !isFresh(signal)) {
            return null;
        }
        long before = bytes();
        var steps = groups.computeIfAbsent(key, _ -> Steps.of(order.size()));
        room.taken(bytes() - before);
        if (groups.size() > limit) {
            forgetEldest(signal.time);
        }
        room.makeSome(signal.time);
        int index = order.indexOf(step);
        steps.times[index] = Math.max(steps.times[index], signal.time);
        steps.places[index] = Places.packed(signal);
        boolean complete =
                rule.type() == CorrelationRule.Type.TEMPORAL_ORDERED
                        ? isInOrder(steps, index, signal.time)
                        : isTogether(steps, signal.time);
        return complete ? Trail.of(steps.times, steps.places, signal) : null;
    }

    Key keyOf(Signal signal, int step) {
        var key = grouping.keyOf(signal, step);
        return key == null ? Key.STORE : key;
    }

    private boolean isOver(Steps steps, long now) {
        return Arrays.stream(steps.times).allMatch(time -> time < now - window);
    }

    private boolean isTogether(Steps steps, long moment) {
        int there = 0;
        for (long time : steps.times) {
            there += Math.abs(moment - time) <= window ? 1 : 0;
        }
        return there >= rule.atLeast();
    }

    private boolean isInOrder(Steps steps, int index, long moment) {
        if (index == 0) {
            steps.chains[0] = moment;
        } else if (moment - steps.chains[index - 1] <= window && moment >= steps.times[index - 1]) {
            steps.chains[index] = steps.chains[index - 1];
        }
        int end = order.size() - 1;
        return index == end && moment - steps.chains[end] <= window;
    }

    private boolean isFresh(Signal signal) {
        var fresh = rule.head().extension().fresh();
        return fresh == null || signal.time - signal.firstSeen <= fresh.toSeconds();
    }

    void save(StateWriter to) {
        to.number(forgotten);
        to.number(groups.size());
        groups.forEach(
                (key, steps) -> {
                    key.save(to);
                    for (int i = 0; i < order.size(); i++) {
                        to.number(steps.times[i]);
                        to.number(steps.chains[i]);
                        to.number(steps.places[i]);
                    }
                });
    }

    void restore(StateReader from) {
        forgotten = from.number();
        from.each(
                () -> {
                    var key = Key.restored(from);
                    var steps = Steps.of(order.size());
                    for (int i = 0; i < order.size(); i++) {
                        steps.times[i] = from.number();
                        steps.chains[i] = from.number();
                        steps.places[i] = from.number();
                    }
                    groups.put(key, steps);
                });
        room.taken(bytes());
    }
}
