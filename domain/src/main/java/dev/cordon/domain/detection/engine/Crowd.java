package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.Sign;
import dev.cordon.domain.detection.state.StateReader;
import dev.cordon.domain.detection.state.StateWriter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** Who mistypes gets in after so many tries, or asks for help. */
    private static final int HUMAN_TRIES = 3;

    private static final long HOUR = 3_600;

    private final CrowdWatch watch;
    private final Campaign campaign;
    private final long since;
    private final int limit;
    private final Predicate<Key> elsewhere;
    private final Map<Key, Trail> sparedEvents = new HashMap<>();
    private final Map<Key, Integer> sparedOthers = new HashMap<>();
    private final Set<Key> perhapsCustomers = new HashSet<>();
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

    /** Whether it looks only at those without a browser, and the other one at all who do that. */
    boolean isNarrowerThan(CrowdWatch other) {
        return watch.isColdOnly() && !other.isColdOnly() && other.isAboutAllOf(watch);
    }

    /** Whether all of it happens within an hour. */
    boolean isQuick() {
        return watch.watch().window() <= HOUR;
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
        widenWhileMostAreSpared(since);
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
    void consider(Key key, long moment) {
        sort(key);
        widenWhileMostAreSpared(moment);
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
        if (watch.mayFollowALink(did)) {
            return;
        }
        int letIn = others == null ? 0 : others.between(since, Long.MAX_VALUE - 1);
        boolean strangerInside =
                letIn > 0
                        && watch.refererTells()
                        && others != null
                        && others.isColdMostly()
                        && others.neverSaidWhereFrom()
                        && (events == null || events.neverSaidWhereFrom());
        boolean customer = letIn > 0 && isLikeCustomers(did);
        boolean alike = did > 0 && !customer && events != null && likeness.covers(events);
        if (strangerInside || alike) {
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

    /**
     * Only while it begins: later those who are spared add up, customer by customer, and those who
     * attack do not.
     */
    private void widenWhileMostAreSpared(long moment) {
        if (moment > since + watch.watch().window() + watch.watch().window() / 4) {
            return;
        }
        while (sparedEvents.size() > campaign.suspects() && likeness != Likeness.ANYBODY) {
            likeness = likeness.wider();
            for (var each : List.copyOf(sparedEvents.entrySet())) {
                boolean customer =
                        sparedOthers.containsKey(each.getKey())
                                && isLikeCustomers(each.getValue().size());
                if (!customer && likeness.covers(each.getValue())) {
                    name(each.getKey(), Sign.LIKE_THE_MAJORITY);
                }
            }
        }
    }

    /** Whether, where those are named who behave like browsers, so few tries are a customer's. */
    private boolean isLikeCustomers(int tries) {
        return likeness.namesBrowsers() && tries <= HUMAN_TRIES;
    }

    /**
     * Whether somebody who is named got in after a try or two: where those are named who behave
     * like browsers, he is one of the customers that this drew in.
     */
    boolean takesBack(Key key) {
        if (!perhapsCustomers.remove(key)) {
            return false;
        }
        var events = watch.eventsOf(key);
        var others = watch.othersOf(key);
        if (events == null || events.size() > HUMAN_TRIES) {
            return false;
        }
        sparedEvents.put(key, events);
        sparedOthers.put(key, others == null ? 1 : Math.max(1, others.size()));
        return true;
    }

    private void name(Key key, @Nullable Sign why) {
        if (likeness.namesBrowsers()) {
            perhapsCustomers.add(key);
        }
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
        to.each(perhapsCustomers, key -> key.save(to));
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
        from.each(() -> perhapsCustomers.add(Key.restored(from)));
    }

    CrowdWatch watch() {
        return watch;
    }
}
