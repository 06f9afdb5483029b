package dev.cordon.infra.detection;

import dev.cordon.application.detection.CatchUpDetection;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.infra.security.CallerContext;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Lets detection catch up after the start and every few seconds. Not a durable job: what is to be
 * read is state of this process, and the spool holds it all.
 */
final class DetectionClockwork implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DetectionClockwork.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CatchUpDetection catchUp;
    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("detection").daemon().factory());
    private volatile boolean running;

    DetectionClockwork(CatchUpDetection catchUp) {
        this.catchUp = catchUp;
    }

    @Override
    public void start() {
        running = true;
        var unused =
                clockwork.scheduleWithFixedDelay(
                        this::tick, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        clockwork.shutdown();
        try {
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

    /** Like a job runner, it outlives whatever fails: the next tick tries again. */
    private void tick() {
        try {
            CallerContext.runAs(AutomationPolicy.DETECTION, catchUp::catchUp);
        } catch (RuntimeException failure) {
            LOG.warn("detection could not catch up and will try again", failure);
        }
    }
}
