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
    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("detection").daemon().factory());
    private volatile boolean running;

    DetectionClockwork(DetectionBells bells, WakeDetection wake, CatchUpDetection catchUp) {
        this.bells = bells;
        this.wake = wake;
        this.catchUp = catchUp;
    }

    @Override
    public void start() {
        running = true;
        bells.listen(this::rung);
        var unused =
                clockwork.scheduleWithFixedDelay(
                        this::tick, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        clockwork.shutdown();
        watchmen.values().forEach(StoreWatchman::end);
        try {
            for (var watchman : watchmen.values()) {
                watchman.join(PATIENCE);
            }
            if (!clockwork.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                clockwork.shutdownNow();
            }
        } catch (InterruptedException e) {
            clockwork.shutdownNow();
            Thread.currentThread().interrupt();
        }
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
