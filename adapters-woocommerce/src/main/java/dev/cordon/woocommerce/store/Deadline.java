package dev.cordon.woocommerce.store;

import java.time.Duration;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository.AttributeKey;

/** Ends a session when its time is over, whatever it waits for. */
final class Deadline implements AutoCloseable {

    private static final AttributeKey<Boolean> OVER = new AttributeKey<>();

    private final Thread watch;

    private Deadline(Thread watch) {
        this.watch = watch;
    }

    static Deadline in(Duration time, ClientSession session) {
        return new Deadline(
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        Thread.sleep(time);
                                        session.setAttribute(OVER, true);
                                        session.close(true);
                                    } catch (InterruptedException e) {
                                        Thread.currentThread().interrupt(); // it ended in time
                                    }
                                }));
    }

    static boolean isOver(ClientSession session) {
        return session.getAttribute(OVER) != null;
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
