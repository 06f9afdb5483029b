package dev.cordon.application.evidence;

import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.incident.IncidentId;
import java.io.IOException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;

/**
 * Keeps collecting and destroying within an incident apart: equal content lies there once, and must
 * not go between being stored and being recorded. Within this program; of several instances, one
 * alone should run jobs while evidence is collected that equals what is being disposed of.
 */
@Supporting
class Turns {

    private static final int STRIPES = 64;

    private final ReadWriteLock[] locks =
            IntStream.range(0, STRIPES)
                    .mapToObj(_ -> new ReentrantReadWriteLock())
                    .toArray(ReadWriteLock[]::new);

    /** Something that reads or writes the vault. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    /** Something that ends content. */
    @FunctionalInterface
    interface Destruction {
        void run() throws IOException;
    }

    /** Beside others who collect. */
    <T> T collecting(IncidentId incident, Work<T> work) throws IOException {
        var lock = of(incident).readLock();
        lock.lock();
        try {
            return work.run();
        } finally {
            lock.unlock();
        }
    }

    /**
     * While nobody collects.
     *
     * @throws IOException if somebody does; nothing was done
     */
    void alone(IncidentId incident, Destruction destruction) throws IOException {
        var lock = of(incident).writeLock();
        if (!lock.tryLock()) {
            throw new IOException(
                    "Evidence is being taken in just now. Nothing was destroyed; it is tried again"
                            + " later.");
        }
        try {
            destruction.run();
        } finally {
            lock.unlock();
        }
    }

    private ReadWriteLock of(IncidentId incident) {
        return locks[Math.floorMod(incident.hashCode(), STRIPES)];
    }
}
