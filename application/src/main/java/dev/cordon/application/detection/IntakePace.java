package dev.cordon.application.detection;

import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.detection.intake.SourceLimit;
import dev.cordon.domain.detection.log.SourceId;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds sources to their limits. A batch is begun while there is room, and then taken whole; what
 * was too much of it is waited for before the next one.
 */
@Supporting
class IntakePace {

    private final SourceDirectory directory;
    private final InstantSource clock;
    private final Map<SourceId, Instant> paidUntil = new ConcurrentHashMap<>();

    IntakePace(SourceDirectory directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * @throws SourceTooFast if the source has to wait; nothing was read
     */
    InputStream counted(SourceId source, InputStream lines) throws SourceTooFast {
        var limit = directory.limitOf(source);
        var now = clock.instant();
        var free = paidUntil.getOrDefault(source, now).minus(limit.timeFor(limit.burst()));
        if (free.isAfter(now)) {
            throw new SourceTooFast(source, Duration.between(now, free));
        }
        return new Counted(lines, source, limit);
    }

    private void count(SourceId source, SourceLimit limit, long bytes) {
        var now = clock.instant();
        paidUntil.merge(
                source,
                now.plus(limit.timeFor(bytes)),
                (until, _) -> (until.isBefore(now) ? now : until).plus(limit.timeFor(bytes)));
    }

    private final class Counted extends FilterInputStream {

        private final SourceId source;
        private final SourceLimit limit;

        Counted(InputStream lines, SourceId source, SourceLimit limit) {
            super(lines);
            this.source = source;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            if (next >= 0) {
                count(source, limit, 1);
            }
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int got = super.read(buffer, offset, length);
            if (got > 0) {
                count(source, limit, got);
            }
            return got;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
