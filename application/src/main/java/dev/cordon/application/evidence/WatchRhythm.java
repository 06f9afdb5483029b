package dev.cordon.application.evidence;

import java.time.Duration;

/**
 * How often the watch looks.
 *
 * @param items each item is checked at least as often
 * @param ledger all of the ledger is computed anew as often; what it grew by, at every look
 */
public record WatchRhythm(Duration items, Duration ledger) {

    public WatchRhythm {
        if (!items.isPositive() || !ledger.isPositive()) {
            throw new IllegalArgumentException(
                    "cordon.watch.items and cordon.watch.ledger are longer than nothing");
        }
    }
}
