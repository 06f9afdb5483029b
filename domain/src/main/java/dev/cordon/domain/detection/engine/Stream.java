package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.state.StateReader;
import dev.cordon.domain.detection.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The events of some rules by group, which several correlations may look at. Groups that nothing
 * happened in for longer than any of them looks back are forgotten; if there are too many, the one
 * that was quiet for the longest.
 */
final class Stream implements Room.Tenant {

    private final Grouping grouping;
    private final boolean coldOnly;
    private final int believed;
    private final int limit;
    private final long disorder;
    private final Trails trails = new Trails();
    private final Company company = new Company();
    private final List<Watch> watches = new ArrayList<>();
    private final Room room;
    private long retention;
    private long ownBytes;
    private long forgotten;

    /**
     * @param coldOnly whether only visitors without a sign of a browser count
     * @param believed the purposes of known networks that are not counted, a bit for each
     * @param limit how many groups are followed at once
     * @param disorder how many seconds a line may be late
     * @param room shared with others that follow groups
     */
    Stream(Grouping grouping, boolean coldOnly, int believed, int limit, long disorder, Room room) {
        this.grouping = grouping;
        this.coldOnly = coldOnly;
        this.believed = believed;
        this.limit = limit;
        this.disorder = disorder;
        this.room = room;
        room.add(this);
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
        long before = bytes();
        var trail = trails.remove(key);
        if (trail != null) {
            gone(key, trail);
        }
        room.taken(bytes() - before);
    }

    private void gone(Key key, Trail trail) {
        ownBytes -= Room.ENTRY + trail.bytes();
        company.forget(key);
    }

    @Override
    public long bytes() {
        return ownBytes + company.bytes();
    }

    @Override
    public boolean forgetEldest(long now) {
        var eldest = trails.eldest();
        if (eldest == null || trails.count() == 1) {
            return false;
        }
        forgotten += isOld(eldest.trail(), now) ? 0 : 1;
        forget(eldest.key());
        return true;
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
        long before = bytes();
        var trail = trails.use(key);
        if (trail == null) {
            trail = new Trail(grouping.isDistinct());
            trails.add(key, trail);
            ownBytes += Room.ENTRY + trail.bytes();
            forgetSome(signal.time);
        }
        long length = trail.bytes();
        trail.add(signal, value);
        trail.forgetBefore(trail.last() - retention);
        ownBytes += trail.bytes() - length;
        if (signal.addressed && !key.address() && !key.equals(Key.STORE)) {
            company.add(key, signal);
        }
        room.taken(bytes() - before);
        room.makeSome(signal.time);
        return trail;
    }

    /** The addresses behind a group that is none itself. */
    Company company() {
        return company;
    }

    @Nullable Trail of(Key key) {
        return trails.of(key);
    }

    void forEach(BiConsumer<Key, Trail> action) {
        trails.forEach(action);
    }

    long forgotten() {
        return forgotten;
    }

    private void forgetSome(long now) {
        var eldest = trails.eldest();
        for (int looked = 0; looked < 2 && eldest != null; looked++) {
            boolean old = isOld(eldest.trail(), now);
            if (!old && trails.count() <= limit) {
                return;
            }
            forgotten += old ? 0 : 1;
            trails.remove(eldest.key());
            gone(eldest.key(), eldest.trail());
            eldest = trails.eldest();
        }
    }

    private boolean isOld(Trail trail, long now) {
        return trail.size() > 0 && trail.last() < now - retention;
    }

    void save(StateWriter to) {
        to.number(forgotten);
        to.number(trails.count());
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
        from.each(
                () -> {
                    var key = Key.restored(from);
                    var trail = restoredTrail(from);
                    trails.add(key, trail);
                    ownBytes += Room.ENTRY + trail.bytes();
                });
        company.restore(from);
        room.taken(bytes());
        watches.forEach(watch -> watch.restore(from));
    }

    /** A trail of this stream. */
    Trail restoredTrail(StateReader from) {
        return Trail.restored(from, grouping.isDistinct());
    }
}
