package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.Sign;
import dev.cordon.domain.detection.state.StateReader;
import dev.cordon.domain.detection.state.StateWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The many of a campaign: tells those who attack from the customers who do the same meanwhile, and
 * spares these.
 */
final class Crowd {

    /** Makes the crowd of a campaign, whose doings belong to it from that moment on. */
    interface Maker {
        Crowd of(CrowdWatch watch, Campaign campaign, long since);
    }

    private final CrowdWatch watch;
    private final Campaign campaign;
    private final long since;
    private final int limit;
    private final Predicate<Key> elsewhere;
    private final Map<Key, Trail> sparedEvents = new HashMap<>();
    private final Map<Key, Integer> sparedOthers = new HashMap<>();
    private Likeness likeness = Likeness.STRANGER;

    /**
     * @param elsewhere who has a campaign of his own is left to that
     * @param since what was done from then on belongs to the campaign
     */
    Crowd(CrowdWatch watch, Campaign campaign, long since, int limit, Predicate<Key> elsewhere) {
        this.elsewhere = elsewhere;
        this.watch = watch;
        this.campaign = campaign;
        this.since = since;
        this.limit = limit;
    }

    /** Whether it looks only at those without a browser, and the other one at everybody. */
    boolean isNarrowerThan(CrowdWatch other) {
        return watch.isColdOnly() && !other.isColdOnly();
    }

    boolean goesOn() {
        return watch.goesOn();
    }

    /** Names those who look like it among all who did it lately. */
    void begin() {
        sortAll(watch.watch().stream());
        var counter = watch.watch().counter();
        if (counter != null) {
            sortAll(counter);
        }
        widenWhileMostAreSpared();
    }

    private void sortAll(Stream stream) {
        stream.forEach(
                (key, trail) -> {
                    if (trail.size() > 0 && trail.last() >= since) {
                        sort(key);
                    }
                });
    }

    /** Somebody did it who is not named, while many are at it. */
    void consider(Key key) {
        sort(key);
        widenWhileMostAreSpared();
    }

    /** Logins and the like of those who are spared. */
    int othersLetIn() {
        return sparedOthers.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void sort(Key key) {
        if (campaign.names(key) || elsewhere.test(key)) {
            return;
        }
        var events = watch.eventsOf(key);
        var others = watch.othersOf(key);
        int did = events == null ? 0 : events.between(since, Long.MAX_VALUE - 1);
        int letIn = others == null ? 0 : others.between(since, Long.MAX_VALUE - 1);
        boolean strangerInside =
                letIn > 0
                        && watch.refererTells()
                        && others != null
                        && others.isColdMostly()
                        && others.neverSaidWhereFrom()
                        && (events == null || events.neverSaidWhereFrom());
        if (strangerInside || did > 0 && events != null && likeness.covers(events)) {
            name(key, likeness == Likeness.STRANGER ? null : Sign.LIKE_THE_MAJORITY);
        } else {
            spare(key, did > 0 ? events : null, letIn);
        }
    }

    private void spare(Key key, @Nullable Trail events, int letIn) {
        if (sparedEvents.size() >= limit || sparedOthers.size() >= limit) {
            return;
        }
        if (events != null) {
            sparedEvents.put(key, events);
        }
        if (letIn > 0) {
            sparedOthers.put(key, letIn);
        }
    }

    private void widenWhileMostAreSpared() {
        while (sparedEvents.size() > campaign.suspects() && likeness != Likeness.ANYBODY) {
            likeness = likeness.wider();
            for (var each : List.copyOf(sparedEvents.entrySet())) {
                if (likeness.covers(each.getValue())) {
                    name(each.getKey(), Sign.LIKE_THE_MAJORITY);
                }
            }
        }
    }

    private void name(Key key, @Nullable Sign why) {
        sparedEvents.remove(key);
        sparedOthers.remove(key);
        campaign.name(
                key, watch.eventsOf(key), watch.othersOf(key), since, watch.watch().rule(), why);
    }

    /** Those who are spared share their trails with the stream, as long as that knows them. */
    void save(StateWriter to) {
        to.number(since);
        to.number(likeness.ordinal());
        to.number(sparedEvents.size());
        sparedEvents.forEach(
                (key, trail) -> {
                    key.save(to);
                    to.maybe(watch.eventsOf(key) == trail ? null : trail, each -> each.save(to));
                });
        to.number(sparedOthers.size());
        sparedOthers.forEach(
                (key, letIn) -> {
                    key.save(to);
                    to.number(letIn);
                });
    }

    /** Reads what {@link #save} wrote behind the moment that it begins with. */
    void restore(StateReader from) {
        likeness = Likeness.values()[from.count() % Likeness.values().length];
        from.each(
                () -> {
                    var key = Key.restored(from);
                    var own = from.flag() ? watch.watch().stream().restoredTrail(from) : null;
                    var trail = own == null ? watch.eventsOf(key) : own;
                    if (trail != null) {
                        sparedEvents.put(key, trail);
                    }
                });
        from.each(() -> sparedOthers.put(Key.restored(from), from.count()));
    }

    CrowdWatch watch() {
        return watch;
    }
}
