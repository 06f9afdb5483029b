package dev.cordon.ui.shell;

import dev.cordon.application.kernel.Progress;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Passes on how far a work is when a whole percent is done, and not more often than one reads. */
final class Spaced implements Progress {

    private static final long BETWEEN = Duration.ofMillis(300).toNanos();
    private static final int WHOLE = 100;

    private final LongSupplier nanos;
    private final Progress screen;
    private long percent = -1;
    private long said;

    /**
     * @param nanos a clock that only goes forward, in nanoseconds
     */
    Spaced(LongSupplier nanos, Progress screen) {
        this.nanos = nanos;
        this.screen = screen;
    }

    @Override
    public void reached(long done, long total) {
        long now = total <= 0 ? WHOLE : (long) ((double) done / total * WHOLE);
        if (now == percent) {
            return;
        }
        long at = nanos.getAsLong();
        if (percent < 0 || now == WHOLE || at - said >= BETWEEN) {
            percent = now;
            said = at;
            screen.reached(done, total);
        }
    }
}
