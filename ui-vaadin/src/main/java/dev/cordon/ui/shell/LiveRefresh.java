package dev.cordon.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import dev.cordon.application.kernel.Changes;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets every open console look again: within a second after something was changed, asked once for
 * all of them, and some seconds apart for what changes without leaving history. What they see
 * travels by push.
 */
@Component
class LiveRefresh {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRefresh.class);
    private static final Duration PACE = Duration.ofSeconds(1);
    private static final int LOOKS_ANYWAY_AFTER = 3;

    private final Changes changes;
    private final Collection<Console> consoles = new CopyOnWriteArrayList<>();
    private final AtomicBoolean asking = new AtomicBoolean();
    private final ScheduledExecutorService pacer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("console-pacer").factory());
    private volatile long seen;
    private int turn;

    LiveRefresh(Changes changes) {
        this.changes = changes;
        pacer.scheduleWithFixedDelay(
                this::turn, PACE.toMillis(), PACE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends a console's looking. */
    interface Watch {
        void end();
    }

    /** The look runs as the viewer, in their session, never twice at once. */
    Watch watch(UI ui, Runnable look) {
        var console = new Console(ui, look, new AtomicBoolean());
        consoles.add(console);
        return () -> consoles.remove(console);
    }

    @PreDestroy
    void stop() {
        pacer.shutdownNow();
    }

    private void turn() {
        turn++;
        if (turn % LOOKS_ANYWAY_AFTER == 0) {
            consoles.forEach(Console::ask);
        } else if (!consoles.isEmpty() && asking.compareAndSet(false, true)) {
            // A slow database holds up no turn.
            Thread.ofVirtual().start(this::lookIfChanged);
        }
    }

    private void lookIfChanged() {
        try {
            var latest = changes.latest();
            if (latest != seen) {
                seen = latest;
                consoles.forEach(Console::ask);
            }
        } catch (RuntimeException e) {
            LOG.debug("cannot ask whether anything was changed", e);
        } finally {
            asking.set(false);
        }
    }

    /** Somebody's open console; waiting while its look is asked for and not over. */
    private record Console(UI ui, Runnable look, AtomicBoolean waiting) {

        void ask() {
            if (waiting.compareAndSet(false, true)) {
                // A slow session holds up its own console alone.
                Thread.ofVirtual().start(this::access);
            }
        }

        private void access() {
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
}
