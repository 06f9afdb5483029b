package dev.cordon.domain.detection.engine;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Trails by group, those first that nothing was added to for the longest. What a look needs of a
 * group lies in one object with its trail: this is where most of the time of correlation goes.
 */
final class Trails {

    /** A trail among others. */
    static final class Group {

        private final Key key;
        private final long high;
        private final long low;
        private final boolean address;
        private final Trail trail;
        private @Nullable Group sameBucket;
        private @Nullable Group older;
        private @Nullable Group newer;

        private Group(Key key, Trail trail) {
            this.key = key;
            this.high = key.high();
            this.low = key.low();
            this.address = key.address();
            this.trail = trail;
        }

        Key key() {
            return key;
        }

        Trail trail() {
            return trail;
        }

        private boolean isOf(Key other) {
            return low == other.low() && high == other.high() && address == other.address();
        }
    }

    private @Nullable Group[] buckets = new Group[16];
    private int count;
    private @Nullable Group eldest;
    private @Nullable Group newest;

    int count() {
        return count;
    }

    /** The group that nothing was added to for the longest; null if there is none. */
    @Nullable Group eldest() {
        return eldest;
    }

    /** The trail of that group, which is now the one used last; null if it has none. */
    @Nullable Trail use(Key key) {
        var group = find(key);
        if (group == null) {
            return null;
        }
        if (group != newest) {
            unlink(group);
            append(group);
        }
        return group.trail;
    }

    @Nullable Trail of(Key key) {
        var group = find(key);
        return group == null ? null : group.trail;
    }

    /** A group that has no trail yet gets one. */
    void add(Key key, Trail trail) {
        if (count == buckets.length) {
            grow();
        }
        var group = new Group(key, trail);
        enter(group);
        append(group);
        count++;
    }

    /** The trail that the group had; null if it had none. */
    @Nullable Trail remove(Key key) {
        int bucket = bucket(key);
        Group before = null;
        for (var each = buckets[bucket]; each != null; each = each.sameBucket) {
            if (each.isOf(key)) {
                if (before == null) {
                    buckets[bucket] = each.sameBucket;
                } else {
                    before.sameBucket = each.sameBucket;
                }
                unlink(each);
                count--;
                return each.trail;
            }
            before = each;
        }
        return null;
    }

    /** Those used the longest ago first; the trails of others may be removed meanwhile. */
    void forEach(BiConsumer<Key, Trail> action) {
        for (var each = eldest; each != null; each = each.newer) {
            action.accept(each.key, each.trail);
        }
    }

    private @Nullable Group find(Key key) {
        var each = buckets[bucket(key)];
        while (each != null && !each.isOf(key)) {
            each = each.sameBucket;
        }
        return each;
    }

    private int bucket(Key key) {
        return key.hashCode() & buckets.length - 1;
    }

    private void enter(Group group) {
        int bucket = bucket(group.key);
        group.sameBucket = buckets[bucket];
        buckets[bucket] = group;
    }

    private void append(Group group) {
        group.older = newest;
        group.newer = null;
        if (newest == null) {
            eldest = group;
        } else {
            newest.newer = group;
        }
        newest = group;
    }

    private void unlink(Group group) {
        if (group.older == null) {
            eldest = group.newer;
        } else {
            group.older.newer = group.newer;
        }
        if (group.newer == null) {
            newest = group.older;
        } else {
            group.newer.older = group.older;
        }
    }

    private void grow() {
        buckets = new Group[2 * buckets.length];
        for (var each = eldest; each != null; each = each.newer) {
            enter(each);
        }
    }
}
