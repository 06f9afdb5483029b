package dev.cordon.ui.evidence;

import dev.cordon.ui.kernel.LongWork;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;

/** Work that is done when the test says so. */
class WorkByHand implements LongWork {

    private final Queue<Runnable> waiting = new ArrayDeque<>();

    @Override
    public <T> void run(Work<T> work, Waiting<T> screen) {
        waiting.add(() -> finish(work, screen));
    }

    private static <T> void finish(Work<T> work, Waiting<T> screen) {
        T result;
        try {
            result = work.run(screen::reached);
        } catch (IOException why) {
            screen.failed(why);
            return;
        } catch (IllegalStateException stopped) {
            screen.stopped();
            return;
        }
        screen.done(result);
    }

    void finish() {
        waiting.remove().run();
    }

    boolean isAsked() {
        return !waiting.isEmpty();
    }
}
