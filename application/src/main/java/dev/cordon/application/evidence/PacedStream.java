package dev.cordon.application.evidence;

import dev.cordon.domain.evidence.acquisition.Pace;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Reads no faster than a pace allows, so that whoever writes has to wait, and tells every second or
 * so how much came.
 */
final class PacedStream extends FilterInputStream {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** Never so much at once that the pace would be felt in jerks. */
    private static final int AT_ONCE = 1 << 16;

    /** Looks on. */
    @FunctionalInterface
    interface Watch {

        /**
         * @param bytes so many came since the beginning
         * @return whether the rest is wanted
         */
        boolean came(long bytes);
    }

    /** Nobody wants the rest. */
    static final class Unwanted extends IOException {
        private static final long serialVersionUID = 1;

        Unwanted() {
            super("the acquisition was cancelled");
        }
    }

    private final long bytesPerSecond;
    private final Watch watch;
    private final LongSupplier nanos;
    private final LongConsumer park;
    private final long begun;
    private long told;
    private long bytes;

    PacedStream(InputStream from, Pace pace, Watch watch) {
        this(from, pace, watch, System::nanoTime, LockSupport::parkNanos);
    }

    PacedStream(InputStream from, Pace pace, Watch watch, LongSupplier nanos, LongConsumer park) {
        super(from);
        this.bytesPerSecond = pace.bytesPerSecond();
        this.watch = watch;
        this.nanos = nanos;
        this.park = park;
        this.begun = nanos.getAsLong();
        this.told = begun;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int got = super.read(into, offset, Math.min(length, AT_ONCE));
        bytes += Math.max(got, 0);
        waitForTurn();
        long now = nanos.getAsLong();
        if (got < 0 || now - told >= SECOND) {
            told = now;
            if (!watch.came(bytes)) {
                throw new Unwanted();
            }
        }
        return got;
    }

    /** Woken too early it reads on, and waits the longer next time. */
    private void waitForTurn() {
        double due = (double) bytes / bytesPerSecond * SECOND;
        long left = (long) due - (nanos.getAsLong() - begun);
        if (left > 0) {
            park.accept(Math.min(left, SECOND));
        }
    }
}
