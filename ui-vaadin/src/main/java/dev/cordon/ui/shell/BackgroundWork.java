package dev.cordon.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.ErrorEvent;
import dev.cordon.application.kernel.Progress;
import dev.cordon.ui.kernel.LongWork;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Component;

/** Runs what reads whole contents, some at a time; more of it waits its turn. */
@Component
class BackgroundWork implements LongWork {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);

    /** It hashes: more at once than processors would make none of them faster. */
    private static final int AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final Troubles troubles;
    private final ObjectProvider<SecurityContextHolderStrategy> holder;
    private final ExecutorService threads =
            Executors.newFixedThreadPool(
                    AT_ONCE, Thread.ofPlatform().daemon().name("console-work-", 1).factory());

    BackgroundWork(Troubles troubles, ObjectProvider<SecurityContextHolderStrategy> holder) {
        this.troubles = troubles;
        this.holder = holder;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    @Override
    public <T> void run(Work<T> work, Waiting<T> waiting) {
        var ui = UI.getCurrent();
        var viewers = strategy();
        var viewer = viewers.createEmptyContext();
        viewer.setAuthentication(viewers.getContext().getAuthentication());
        threads.execute(
                () -> {
                    strategy().setContext(viewer);
                    try {
                        tell(ui, end(work, waiting, watching(ui, waiting)));
                    } finally {
                        strategy().clearContext();
                    }
                });
    }

    private SecurityContextHolderStrategy strategy() {
        return holder.getIfAvailable(SecurityContextHolder::getContextHolderStrategy);
    }

    private static Progress watching(UI ui, Waiting<?> waiting) {
        return new Spaced(
                System::nanoTime, (done, total) -> tell(ui, () -> waiting.reached(done, total)));
    }

    /** What is to be shown of how it ended. */
    private <T> Runnable end(Work<T> work, Waiting<T> waiting, Progress progress) {
        try {
            var result = work.run(progress);
            return () -> waiting.done(result);
        } catch (IOException why) {
            return () -> waiting.failed(why);
        } catch (RuntimeException trouble) {
            // The edge of a job: told like what goes wrong behind a click.
            return () -> {
                waiting.stopped();
                troubles.tell(new ErrorEvent(trouble));
            };
        }
    }

    private static void tell(UI ui, Runnable news) {
        try {
            ui.access(news::run);
        } catch (UIDetachedException e) {
            LOG.debug("console closed before its work ended");
        }
    }
}
