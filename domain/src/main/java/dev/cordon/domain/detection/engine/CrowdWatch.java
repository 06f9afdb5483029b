package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.state.StateReader;
import dev.cordon.domain.detection.state.StateWriter;
import org.jspecify.annotations.Nullable;

/**
 * Watches for many addresses that do the same: how many there are within the window, and how much
 * they and those that the ratio sets against them do.
 */
final class CrowdWatch {

    /** Who follows a link comes once; who floods comes again. */
    private static final int FLOODING = 3;

    /**
     * So many events of one address count; the rest says nothing about the many: one that tries
     * hundreds of passwords does not make suspects of customers who mistype.
     */
    private static final int MOST_OF_ONE = 6;

    private final Watch watch;
    private final DistinctWindow addresses;
    private final DistinctWindow comingBack;
    private final Totals events;
    private final Totals against;
    private final int believed;
    private int customers;
    private int customersWithReferer;

    CrowdWatch(Watch watch, int limit, long disorder) {
        this.watch = watch;
        this.addresses = new DistinctWindow(watch.window(), disorder, limit);
        this.comingBack = new DistinctWindow(watch.window(), disorder, limit);
        this.events = new Totals(watch.window(), disorder);
        this.against = new Totals(watch.window(), disorder);
        this.believed = Allowed.believedFor(Watch.kindOf(watch.rule().head().extension()));
    }

    Watch watch() {
        return watch;
    }

    boolean isColdOnly() {
        return watch.rule().head().extension().cold();
    }

    /** Whether whatever the other one counts is counted here too. */
    boolean isAboutAllOf(CrowdWatch other) {
        return watch.rule().rules().containsAll(other.watch.rule().rules());
    }

    void counted(Signal signal) {
        var key = signal.key();
        addresses.add(key, signal.time);
        var trail = watch.stream().of(key);
        if (isVolume()) {
            events.add(signal.time);
            long since = signal.time - watch.window();
            if (trail != null && trail.between(since, signal.time) >= FLOODING) {
                comingBack.add(key, signal.time);
            }
        } else if (trail == null || trail.size() <= MOST_OF_ONE) {
            events.add(signal.time);
        }
    }

    /** An event that speaks against an attack: a login that was accepted. */
    void countedAgainst(Signal signal) {
        if (signal.isKnownFor(believed)) {
            return;
        }
        var trail = othersOf(signal.key());
        boolean oneOfFew = trail != null && trail.size() > MOST_OF_ONE;
        if (!oneOfFew && (!isColdOnly() || signal.isCold())) {
            against.add(signal.time);
        }
        boolean atHome = !signal.isCold();
        customers += atHome ? 1 : 0;
        customersWithReferer += atHome && signal.referer ? 1 : 0;
    }

    /** What was done until then is explained. Whether there was any. */
    boolean forgetUntil(long moment) {
        boolean any = addresses.forgetUntil(moment);
        comingBack.forgetUntil(moment);
        events.forgetUntil(moment);
        against.forgetUntil(moment);
        return any;
    }

    void warmed(Key key) {
        addresses.remove(key);
        comingBack.remove(key);
    }

    boolean fires(Signal signal) {
        return addresses.count() >= watch.rule().atLeast()
                && watch.hasRatio(events.until(signal.time), against.until(signal.time))
                && watch.isUnusual(events.until(signal.time))
                && isFlood();
    }

    /** While half as many go on as began it, and still outweigh the others, the attack goes on. */
    boolean goesOn() {
        long now = addresses.newest();
        return addresses.count() >= (watch.rule().atLeast() + 1) / 2
                && watch.hasRatio(events.until(now) * 4 / 3, against.until(now))
                && isFlood();
    }

    /** Whether the address did so little in the window that it may have followed a link. */
    boolean mayFollowALink(int did) {
        return isVolume() && did < FLOODING;
    }

    /** Whether the amount is the attack: then all of it counts. */
    private boolean isVolume() {
        return watch.family() == Family.FLOOD;
    }

    /** Whether, where the amount is the attack, most come again and again. */
    private boolean isFlood() {
        return !isVolume() || 2 * comingBack.count() >= addresses.count();
    }

    /** Whether most customers who get through say from which page: some shops forbid it. */
    boolean refererTells() {
        return 2 * customersWithReferer >= customers;
    }

    /** What the address did that counts; null if nothing lately. */
    @Nullable Trail eventsOf(Key key) {
        return watch.stream().of(key);
    }

    /** What the address did that speaks against an attack; null if nothing lately. */
    @Nullable Trail othersOf(Key key) {
        var counter = watch.counter();
        return counter == null ? null : counter.of(key);
    }

    void save(StateWriter to) {
        addresses.save(to);
        comingBack.save(to);
        events.save(to);
        against.save(to);
        to.number(customers);
        to.number(customersWithReferer);
    }

    void restore(StateReader from) {
        addresses.restore(from);
        comingBack.restore(from);
        events.restore(from);
        against.restore(from);
        customers = from.count();
        customersWithReferer = from.count();
    }
}
