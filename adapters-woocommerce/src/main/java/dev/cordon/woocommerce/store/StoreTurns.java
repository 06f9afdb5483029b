package dev.cordon.woocommerce.store;

import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.domain.store.StoreUrl;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Gives turns at each store's server: a few calls at once, so many a second, and none while the
 * store asked for a pause. Whatever speaks HTTP with stores shares one.
 */
public final class StoreTurns {

    /** A store that asks for more is asked again all the same. */
    static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final StorePace pace;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final LongConsumer park;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();

    public StoreTurns(StorePace pace, InstantSource clock) {
        this(pace, clock, System::nanoTime, LockSupport::parkNanos);
    }

    StoreTurns(StorePace pace, InstantSource clock, LongSupplier nanos, LongConsumer park) {
        this.pace = pace;
        this.clock = clock;
        this.nanos = nanos;
        this.park = park;
    }

    /** Those who wait for one server. */
    private final class Line {

        private final Semaphore places = new Semaphore(pace.atOnce(), true);
        private long next = nanos.getAsLong();
        private Instant quietUntil = Instant.MIN;

        synchronized void quiet(Instant until) {
            quietUntil = until.isAfter(quietUntil) ? until : quietUntil;
        }

        synchronized Duration quietFor() {
            var now = clock.instant();
            return now.isBefore(quietUntil) ? Duration.between(now, quietUntil) : Duration.ZERO;
        }

        /** How long until the call may begin. */
        synchronized long begins() {
            long now = nanos.getAsLong();
            long at = Math.max(now, next);
            next = at + pace.nanosBetween();
            return at - now;
        }
    }

    /**
     * Makes the call when its turn has come.
     *
     * @param within how long it may wait for its turn
     */
    <T> StoreAnswer<T> take(StoreUrl store, Duration within, Supplier<StoreAnswer<T>> call) {
        var line = line(store);
        var pause = line.quietFor();
        if (pause.isPositive()) {
            return new StoreAnswer.Failed<>(new StoreFailure.RateLimited(pause));
        }
        if (!entered(line, within)) {
            return new StoreAnswer.Failed<>(new StoreFailure.TimedOut(within));
        }
        try {
            await(line.begins());
            // Another call may have been asked for a pause while this one waited.
            var since = line.quietFor();
            return since.isPositive()
                    ? new StoreAnswer.Failed<>(new StoreFailure.RateLimited(since))
                    : call.get();
        } finally {
            line.places.release();
        }
    }

    /** The store asked for it: until then it is not called. */
    void pause(StoreUrl store, Duration time) {
        var kept = time.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : time;
        line(store).quiet(clock.instant().plus(kept));
    }

    private Line line(StoreUrl store) {
        return lines.computeIfAbsent(store.host() + ":" + store.port(), _ -> new Line());
    }

    private static boolean entered(Line line, Duration within) {
        try {
            return line.places.tryAcquire(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void await(long time) {
        long end = nanos.getAsLong() + time;
        for (long left = time; left > 0; left = end - nanos.getAsLong()) {
            if (Thread.currentThread().isInterrupted()) {
                return; // the call itself ends with it
            }
            park.accept(left);
        }
    }
}
