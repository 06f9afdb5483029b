package dev.cordon.infra.intake.file;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after a log again and again; after a failure, later and later. */
final class Follower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final int SAID_FROM = 2;
    private static final int MOST_DOUBLINGS = 10;

    private final String name;
    private final Round round;
    private final Duration pace;
    private final Duration longestPause;
    private final Thread worker;
    private boolean closed;

    /** One look after the log. */
    interface Round {

        /** Whether the next one should come at once. */
        boolean go() throws IOException;
    }

    /**
     * @param name of the log, for those who read what the program says
     * @param pace between looks
     * @param longestPause between looks that fail
     */
    Follower(String name, Round round, Duration pace, Duration longestPause) {
        this.name = name;
        this.round = round;
        this.pace = pace;
        this.longestPause = longestPause;
        this.worker = Thread.ofVirtual().name("follows " + name).start(this::work);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            for (int failures = 0; !isClosed(); ) {
                try {
                    boolean more = round.go();
                    if (failures >= SAID_FROM) {
                        LOG.info("the log {} is followed again", name);
                    }
                    failures = 0;
                    pause(more ? Duration.ZERO : pace);
                } catch (IOException | RuntimeException e) {
                    failures++;
                    if (failures == SAID_FROM) {
                        LOG.warn(
                                "the log {} waits, nothing of it is skipped: {}",
                                name,
                                e.getMessage());
                    }
                    pause(after(failures));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration after(int failures) {
        var pause = pace.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void pause(Duration time) throws InterruptedException {
        if (!closed && time.isPositive()) {
            wait(time.toMillis());
        }
    }
}
