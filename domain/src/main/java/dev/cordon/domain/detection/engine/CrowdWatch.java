package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.state.StateReader;
import dev.cordon.domain.detection.state.StateWriter;
import org.jspecify.annotations.Nullable;

/**
 * Watches for many addresses that do the same: how many there are within the window, and how much
 * they and those that the ratio sets against them do.
 */
final class CrowdWatch {

    private final Watch watch;
    private final DistinctWindow addresses;
    private final Totals events;
    private final Totals against;
    private final int believed;
    private int customers;
    private int customersWithReferer;

    CrowdWatch(Watch watch, int limit, long disorder) {
        this.watch = watch;
        this.addresses = new DistinctWindow(watch.window(), disorder, limit);
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

    void counted(Signal signal) {
        addresses.add(Key.of(signal), signal.time);
        events.add(signal.time);
    }

    /** An event that speaks against an attack: a login that was accepted. */
    void countedAgainst(Signal signal) {
        if (signal.isKnownFor(believed)) {
            return;
        }
        if (!isColdOnly() || signal.isCold()) {
            against.add(signal.time);
        }
        boolean atHome = !signal.isCold();
        customers += atHome ? 1 : 0;
        customersWithReferer += atHome && signal.referer ? 1 : 0;
    }

    void warmed(Key key) {
        addresses.remove(key);
    }

    boolean fires(Signal signal) {
        return addresses.count() >= watch.rule().atLeast()
                && watch.hasRatio(events.until(signal.time), against.until(signal.time))
                && watch.isUnusual(events.until(signal.time));
    }

    /** While half as many go on as began it, the attack goes on. */
    boolean goesOn() {
        return addresses.count() >= (watch.rule().atLeast() + 1) / 2;
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
        events.save(to);
        against.save(to);
        to.number(customers);
        to.number(customersWithReferer);
    }

    void restore(StateReader from) {
        addresses.restore(from);
        events.restore(from);
        against.restore(from);
        customers = from.count();
        customersWithReferer = from.count();
    }
}
