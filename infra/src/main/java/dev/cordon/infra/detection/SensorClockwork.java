package dev.cordon.infra.detection;

import dev.cordon.application.detection.DeleteOldLines;
import dev.cordon.application.detection.JudgeSensors;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.infra.security.CallerContext;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks after the logs every half minute: whether they speak, and whether lines are over. Not a
 * durable job: how far each log was read and where its lines lie is known to this process alone,
 * and what it finds is found again after a restart.
 */
final class SensorClockwork implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SensorClockwork.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final JudgeSensors judge;
    private final DeleteOldLines deleteOld;
    private final Duration pause;
    private @Nullable ScheduledExecutorService clockwork;

    SensorClockwork(JudgeSensors judge, DeleteOldLines deleteOld, SensorSettings settings) {
        this.judge = judge;
        this.deleteOld = deleteOld;
        this.pause = settings.every();
    }

    @Override
    public synchronized void start() {
        var ticking =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("sensors").daemon().factory());
        clockwork = ticking;
        var unused =
                ticking.scheduleWithFixedDelay(
                        this::tick, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void stop() {
        var ticking = clockwork;
        if (ticking == null) {
            return;
        }
        ticking.shutdown();
        try {
            if (!ticking.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                ticking.shutdownNow();
            }
        } catch (InterruptedException e) {
            ticking.shutdownNow();
            Thread.currentThread().interrupt();
        }
        clockwork = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return clockwork != null;
    }

    /** It outlives whatever fails: the next tick tries again. */
    private void tick() {
        look(judge::judge);
        look(deleteOld::delete);
    }

    private static void look(Runnable after) {
        try {
            CallerContext.runAs(AutomationPolicy.DETECTION, after);
        } catch (RuntimeException failure) {
            LOG.warn("the logs could not be looked after; the next time comes soon", failure);
        }
    }
}
