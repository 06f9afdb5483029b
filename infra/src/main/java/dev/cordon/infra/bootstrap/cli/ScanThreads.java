package dev.cordon.infra.bootstrap.cli;

import dev.cordon.domain.detection.engine.Lanes;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The threads that look at lines side by side. */
final class ScanThreads implements AutoCloseable {

    private final int count;
    private final ExecutorService threads;

    ScanThreads(int count) {
        this.count = count;
        this.threads = Executors.newFixedThreadPool(count);
    }

    Lanes lanes() {
        return count == 1 ? Lanes.ONE : new Lanes(count, this::run);
    }

    private void run(List<Runnable> tasks) {
        try {
            for (var done : threads.invokeAll(tasks.stream().map(Executors::callable).toList())) {
                done.get();
            }
        } catch (ExecutionException defect) {
            throw new IllegalStateException("a lane broke", defect.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the scan was interrupted", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
