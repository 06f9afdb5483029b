package dev.cordon.infra.detection;

import dev.cordon.application.detection.CatchUpDetection;
import dev.cordon.application.detection.WakeDetection;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.infra.security.CallerContext;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs detection: a thread for each store, woken by whoever took lines for it, and all of them
 * every few seconds besides. Not a durable job: what is to be read is state of this process, and
 * the spool holds it all.
 */
final class DetectionClockwork implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DetectionClockwork.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final DetectionBells bells;
    private final WakeDetection wake;
    private final CatchUpDetection catchUp;
    private final Map<CatchUpDetection.Command, StoreWatchman> watchmen = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService clockwork;
    private volatile boolean running;

    DetectionClockwork(DetectionBells bells, WakeDetection wake, CatchUpDetection catchUp) {
        this.bells = bells;
        this.wake = wake;
        this.catchUp = catchUp;
    }

    @Override
    public synchronized void start() {
        var ticking =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("detection").daemon().factory());
        clockwork = ticking;
        running = true;
        bells.listen(this::rung);
        var unused =
                ticking.scheduleWithFixedDelay(
                        this::tick, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void stop() {
        running = false;
        var ticking = clockwork;
        if (ticking == null) {
            return;
        }
        ticking.shutdown();
        watchmen.values().forEach(StoreWatchman::end);
        try {
            for (var watchman : watchmen.values()) {
                watchman.join(PATIENCE);
            }
            if (!ticking.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                ticking.shutdownNow();
            }
        } catch (InterruptedException e) {
            ticking.shutdownNow();
            Thread.currentThread().interrupt();
        }
        watchmen.clear();
        clockwork = null;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void rung(CatchUpDetection.Command logs) {
        if (running) {
            watchmen.computeIfAbsent(logs, this::watchman).wake();
        }
    }

    private StoreWatchman watchman(CatchUpDetection.Command logs) {
        return new StoreWatchman("detection-" + logs.store(), () -> caughtUp(logs));
    }

    private boolean caughtUp(CatchUpDetection.Command logs) {
        try {
            return CallerContext.callAs(AutomationPolicy.DETECTION, () -> catchUp.catchUp(logs));
        } catch (RuntimeException failure) {
            LOG.warn("detection failed and will try again store={}", logs.store(), failure);
            return false;
        }
    }

    /** Like a job runner, it outlives whatever fails: the next tick tries again. */
    private void tick() {
        try {
            CallerContext.runAs(AutomationPolicy.DETECTION, wake::wake);
        } catch (RuntimeException failure) {
            LOG.warn("the logs to watch could not be listed; those known are watched", failure);
        }
    }
}
