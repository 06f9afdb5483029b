package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.rule.CorrelationRule;
import dev.cordon.domain.detection.rule.Extension;
import dev.cordon.domain.detection.state.StateReader;
import dev.cordon.domain.detection.state.StateWriter;
import org.jspecify.annotations.Nullable;

/** One correlation at work: when its condition holds, it fires. */
final class Watch {

    private final CorrelationRule rule;
    private final int number;
    private final Family family;
    private final Stream stream;
    private final @Nullable Stream counter;
    private final @Nullable Baseline baseline;
    private final long window;
    private final boolean crowd;
    private final int atLeast;

    /**
     * @param counter the events that the rule's ratio sets against; null without one
     */
    Watch(
            CorrelationRule rule,
            int number,
            Stream stream,
            @Nullable Stream counter,
            long disorder) {
        this.rule = rule;
        this.number = number;
        this.family = Family.of(kindOf(rule.head().extension()));
        this.stream = stream;
        this.counter = counter;
        this.window = rule.timespan().toSeconds();
        this.crowd = rule.head().extension().crowd();
        this.atLeast = rule.atLeast();
        var usual = rule.head().extension().baseline();
        baseline =
                usual == null
                        ? null
                        : new Baseline(usual.halfLife().toSeconds(), window + disorder);
        stream.keepFor(window);
        if (counter != null) {
            counter.keepFor(window);
        }
    }

    static AttackKind kindOf(Extension extension) {
        var kind = extension.attack();
        return kind == null ? AttackKind.OTHER : kind;
    }

    CorrelationRule rule() {
        return rule;
    }

    int number() {
        return number;
    }

    Family family() {
        return family;
    }

    Stream stream() {
        return stream;
    }

    @Nullable Stream counter() {
        return counter;
    }

    boolean isCrowd() {
        return crowd;
    }

    long window() {
        return window;
    }

    /** Whether the trail of an address is too short to fire, whatever its times. */
    boolean isTooShort(Trail trail) {
        return trail.size() < atLeast && stream.isByAddress();
    }

    /** An event that it counts came. */
    void counted(Signal signal) {
        if (baseline != null) {
            baseline.add(signal.time);
        }
    }

    /**
     * The index in the trail where the window begins that makes the condition hold; -1 if it does
     * not hold.
     */
    int firesAt(Key key, Trail trail, Signal signal) {
        int start = trail.windowStart(signal.time, window, atLeast);
        if (start < 0 || !isFresh(signal)) {
            return -1;
        }
        long from = trail.time(start);
        int events = trail.between(from, from + window);
        var other = counter == null ? null : counter.of(key);
        int against = other == null ? 0 : other.between(from, from + window);
        return hasRatio(events, against) && isUnusual(events) ? start : -1;
    }

    /** Whether so many events outweigh so many of those that the ratio sets against them. */
    boolean hasRatio(long events, long against) {
        var ratio = rule.head().extension().ratio();
        return ratio == null || events >= ratio.atLeast() * against;
    }

    /** Whether so many events in one window are far above what is usual. */
    boolean isUnusual(long events) {
        var usual = rule.head().extension().baseline();
        if (usual == null || baseline == null || !baseline.isKnown()) {
            return true;
        }
        return events * 60.0 >= usual.factor() * baseline.perMinute() * window;
    }

    private boolean isFresh(Signal signal) {
        var fresh = rule.head().extension().fresh();
        return fresh == null || signal.time - signal.firstSeen <= fresh.toSeconds();
    }

    void save(StateWriter to) {
        if (baseline != null) {
            baseline.save(to);
        }
    }

    void restore(StateReader from) {
        if (baseline != null) {
            baseline.restore(from);
        }
    }
}
