package dev.cordon.application.detection;

import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.detection.tuning.DryRunId;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** The dry run that this process is at, and how far it is. */
@Supporting
class DryRunsAtWork {

    /** Whoever reads is told to end. */
    static final class Ended extends IOException {
        Ended() {
            super("nobody waits for it any more");
        }
    }

    /** How far one is. */
    static final class AtWork {

        private final long total;
        private final BooleanSupplier goOn;
        private final AtomicLong read = new AtomicLong();
        private volatile boolean stopped;

        AtWork(long total, BooleanSupplier goOn) {
            this.total = total;
            this.goOn = goOn;
        }

        /**
         * So many bytes more were read.
         *
         * @throws Ended if it is to come to an end
         */
        void read(long bytes) throws Ended {
            read.addAndGet(bytes);
            if (isToEnd()) {
                throw new Ended();
            }
        }

        boolean isToEnd() {
            return stopped || !goOn.getAsBoolean();
        }

        DryRunQueries.Progress progress() {
            return new DryRunQueries.Progress(read.get(), total);
        }
    }

    private final ReentrantLock one = new ReentrantLock();
    private final Map<DryRunId, AtWork> all = new ConcurrentHashMap<>();

    /** Only one engine beside the living ones, whatever store it is about. */
    boolean isMyTurn() {
        return one.tryLock();
    }

    void over(DryRunId run) {
        all.remove(run);
        one.unlock();
    }

    AtWork begin(DryRunId run, long total, BooleanSupplier goOn) {
        var begun = new AtWork(total, goOn);
        all.put(run, begun);
        return begun;
    }

    void stop(DryRunId run) {
        var there = all.get(run);
        if (there != null) {
            there.stopped = true;
        }
    }

    Optional<DryRunQueries.Progress> progress(DryRunId run) {
        return Optional.ofNullable(all.get(run)).map(AtWork::progress);
    }
}
