package dev.cordon.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Lets every open console look again, some seconds apart; the change travels by push. */
@Component
class LiveRefresh {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRefresh.class);
    private static final Duration PACE = Duration.ofSeconds(3);

    private final ScheduledExecutorService pacer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("console-pacer").factory());

    /** Ends a console's looking. */
    interface Watch {
        void end();
    }

    /** The look runs as the viewer, in their session, never twice at once. */
    Watch watch(UI ui, Runnable look) {
        var waiting = new AtomicBoolean();
        ScheduledFuture<?> turns =
                pacer.scheduleWithFixedDelay(
                        () -> askFor(ui, look, waiting),
                        PACE.toMillis(),
                        PACE.toMillis(),
                        TimeUnit.MILLISECONDS);
        return () -> turns.cancel(false);
    }

    @PreDestroy
    void stop() {
        pacer.shutdownNow();
    }

    private static void askFor(UI ui, Runnable look, AtomicBoolean waiting) {
        if (waiting.compareAndSet(false, true)) {
            // A slow session holds up its own console alone.
            Thread.ofVirtual().start(() -> access(ui, look, waiting));
        }
    }

    private static void access(UI ui, Runnable look, AtomicBoolean waiting) {
        try {
            ui.access(
                    () -> {
                        try {
                            look.run();
                        } finally {
                            waiting.set(false);
                        }
                    });
        } catch (UIDetachedException e) {
            LOG.debug("console closed before its turn");
        }
    }
}
