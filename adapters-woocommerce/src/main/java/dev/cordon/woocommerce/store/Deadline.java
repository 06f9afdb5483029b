package dev.cordon.woocommerce.store;

import java.time.Duration;
import org.apache.sshd.client.session.ClientSession;
import org.jspecify.annotations.Nullable;

/** Ends a session when its time is over, whatever it waits for. */
final class Deadline implements AutoCloseable {

    private volatile boolean over;
    private @Nullable Thread watch;

    private Deadline() {}

    static Deadline in(Duration time, ClientSession session) {
        var deadline = new Deadline();
        deadline.watch = Thread.ofVirtual().start(() -> deadline.end(time, session));
        return deadline;
    }

    private void end(Duration time, ClientSession session) {
        try {
            Thread.sleep(time);
            over = true;
            session.close(true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it ended in time
        }
    }

    /** A session that ended by it forgets what it was told, so that it is asked here. */
    boolean isOver() {
        return over;
    }

    @Override
    public void close() {
        if (watch != null) {
            watch.interrupt();
        }
    }
}
