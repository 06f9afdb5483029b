package dev.cordon.infra.detection;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The thread that reads one store's logs: whenever it is woken, and for as long as it is behind.
 * What comes in within a fraction of a second is read together.
 */
final class StoreWatchman {

    private static final Duration TOGETHER = Duration.ofMillis(200);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Semaphore news = new Semaphore(0);
    private final BooleanSupplier catchUp;
    private final Thread thread;
    private volatile boolean ending;

    /**
     * @param catchUp whether it read and stored all; never throws
     */
    StoreWatchman(String name, BooleanSupplier catchUp) {
        this.catchUp = catchUp;
        this.thread = Thread.ofPlatform().name(name).daemon().start(this::watch);
    }

    void wake() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    /** Reads to the end of what it is at, and no further. */
    void end() {
        ending = true;
        news.release();
    }

    /** Whoever does not come to an end in time is interrupted. */
    void join(Duration patience) throws InterruptedException {
        if (!thread.join(patience)) {
            thread.interrupt();
        }
    }

    private void watch() {
        try {
            boolean behind = false;
            while (true) {
                if (behind) {
                    var unused = news.tryAcquire(RETRY.toMillis(), TimeUnit.MILLISECONDS);
                } else {
                    news.acquire();
                }
                news.drainPermits();
                if (ending) {
                    return;
                }
                behind = !catchUp.getAsBoolean();
                if (!ending) {
                    Thread.sleep(TOGETHER);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
