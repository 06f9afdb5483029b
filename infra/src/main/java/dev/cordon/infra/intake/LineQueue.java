package dev.cordon.infra.intake;

import dev.cordon.application.detection.IngestLines;
import dev.cordon.application.detection.SourceTooFast;
import dev.cordon.application.kernel.Ids;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.infra.security.CallerContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the lines of one source in, many at once. While they cannot be kept, they wait, and whoever
 * brings more waits too: so the sender's own queue fills, and not a line is dropped here.
 */
final class LineQueue implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LineQueue.class);
    private static final int BATCH = 256 * 1024;
    private static final int FULL = 4 * BATCH;
    private static final long LINGER_MILLIS = 100;
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;

    private final SourceId source;
    private final IngestLines ingest;
    private final Ids ids;
    private final Thread worker;
    private ByteArrayOutputStream waiting = new ByteArrayOutputStream(BATCH);
    private boolean closed;

    LineQueue(SourceId source, IngestLines ingest, Ids ids) {
        this.source = source;
        this.ingest = ingest;
        this.ids = ids;
        this.worker = Thread.ofVirtual().name("lines of " + source.value()).start(this::work);
    }

    /** Adds a line; waits while too many do. Line breaks within become blanks. */
    synchronized void add(byte[] bytes, int from, int to) throws InterruptedException {
        while (waiting.size() >= FULL && !closed) {
            wait();
        }
        for (int i = from; i < to; i++) {
            waiting.write(bytes[i] == '\n' || bytes[i] == '\r' ? ' ' : bytes[i]);
        }
        waiting.write('\n');
        if (waiting.size() >= BATCH || waiting.size() == to - from + 1) {
            notifyAll();
        }
    }

    /** Keeps what waits, if that can be done at once. */
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
            for (var batch = next(); batch != null; batch = next()) {
                keep(batch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A batch, once there is something; null at the end. */
    private synchronized byte @Nullable [] next() throws InterruptedException {
        while (waiting.size() == 0 && !closed) {
            wait();
        }
        if (waiting.size() < BATCH && !closed) {
            wait(LINGER_MILLIS);
        }
        if (waiting.size() == 0) {
            return null;
        }
        var batch = waiting.toByteArray();
        waiting = new ByteArrayOutputStream(BATCH);
        notifyAll();
        return batch;
    }

    /** Tries until it is done; under one name, so that nothing is taken twice. */
    private void keep(byte[] batch) throws InterruptedException {
        var command = new IngestLines.Command(source, "syslog-" + ids.next());
        long pause = FIRST_PAUSE_MILLIS;
        while (!isKept(command, batch)) {
            synchronized (this) {
                if (closed) {
                    LOG.error(
                            "{} bytes of {} could not be kept before the end",
                            batch.length,
                            source);
                    return;
                }
                wait(pause);
            }
            pause = Math.min(LONGEST_PAUSE_MILLIS, 2 * pause);
        }
    }

    private boolean isKept(IngestLines.Command command, byte[] batch) {
        try {
            CallerContext.callAs(
                    AutomationPolicy.DETECTION,
                    () -> ingest.ingest(command, new ByteArrayInputStream(batch)));
            return true;
        } catch (SourceTooFast e) {
            LOG.debug("lines of {} wait, as it sends more than it may", source);
            return false;
        } catch (IOException | RuntimeException e) {
            LOG.warn("lines of {} wait, as they could not be kept: {}", source, e.getMessage());
            return false;
        }
    }
}
