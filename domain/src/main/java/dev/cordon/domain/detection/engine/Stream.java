package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.state.StateReader;
import dev.cordon.domain.detection.state.StateWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The events of some rules by group, which several correlations may look at. Groups that nothing
 * happened in for longer than any of them looks back are forgotten; if there are too many, the one
 * that was quiet for the longest.
 */
final class Stream {

    private final Grouping grouping;
    private final boolean coldOnly;
    private final int believed;
    private final int limit;
    private final long disorder;
    private final Map<Key, Trail> trails = new LinkedHashMap<>(16, 0.75f, true);
    private final Company company = new Company();
    private final List<Watch> watches = new ArrayList<>();
    private long retention;
    private long forgotten;

    /**
     * @param coldOnly whether only visitors without a sign of a browser count
     * @param believed the purposes of known networks that are not counted, a bit for each
     * @param limit how many groups are followed at once
     * @param disorder how many seconds a line may be late
     */
    Stream(Grouping grouping, boolean coldOnly, int believed, int limit, long disorder) {
        this.grouping = grouping;
        this.coldOnly = coldOnly;
        this.believed = believed;
        this.limit = limit;
        this.disorder = disorder;
    }

    boolean isColdOnly() {
        return coldOnly;
    }

    boolean isByAddress() {
        return grouping.isByAddress();
    }

    @Nullable Key keyOf(Signal signal, int rule) {
        return grouping.keyOf(signal, rule);
    }

    void forget(Key key) {
        trails.remove(key);
        company.forget(key);
    }

    List<Watch> watches() {
        return watches;
    }

    /** Something looks back so many seconds. */
    void keepFor(long seconds) {
        retention = Math.max(retention, seconds + disorder);
    }

    /** Takes the event in. The trail that it belongs to; null if it belongs to none. */
    @Nullable Trail add(Signal signal, int rule) {
        if (signal.isKnownFor(believed) || coldOnly && !signal.isCold()) {
            return null;
        }
        var key = grouping.keyOf(signal, rule);
        long value = grouping.valueOf(signal, rule);
        if (key == null || value == 0) {
            return null;
        }
        var trail = trails.get(key);
        if (trail == null) {
            trail = new Trail(grouping.isDistinct());
            trails.put(key, trail);
            forgetSome(signal.time);
        }
        trail.add(signal, value);
        trail.forgetBefore(trail.last() - retention);
        if (signal.addressed && !key.address() && !key.equals(Key.STORE)) {
            company.add(key, signal);
        }
        return trail;
    }

    /** The addresses behind a group that is none itself. */
    Company company() {
        return company;
    }

    @Nullable Trail of(Key key) {
        return trails.get(key);
    }

    void forEach(BiConsumer<Key, Trail> action) {
        List.copyOf(trails.entrySet())
                .forEach(each -> action.accept(each.getKey(), each.getValue()));
    }

    long forgotten() {
        return forgotten;
    }

    private void forgetSome(long now) {
        var eldest = trails.entrySet().iterator();
        for (int looked = 0; looked < 2 && eldest.hasNext(); looked++) {
            var group = eldest.next();
            var trail = group.getValue();
            boolean old = trail.size() > 0 && trail.last() < now - retention;
            if (old || trails.size() > limit) {
                forgotten += old ? 0 : 1;
                company.forget(group.getKey());
                eldest.remove();
            } else {
                return;
            }
        }
    }

    void save(StateWriter to) {
        to.number(forgotten);
        to.number(trails.size());
        trails.forEach(
                (key, trail) -> {
                    key.save(to);
                    trail.save(to);
                });
        company.save(to);
        watches.forEach(watch -> watch.save(to));
    }

    void restore(StateReader from) {
        forgotten = from.number();
        from.each(() -> trails.put(Key.restored(from), restoredTrail(from)));
        company.restore(from);
        watches.forEach(watch -> watch.restore(from));
    }

    /** A trail of this stream. */
    Trail restoredTrail(StateReader from) {
        return Trail.restored(from, grouping.isDistinct());
    }
}
