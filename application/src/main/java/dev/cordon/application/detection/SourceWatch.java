package dev.cordon.application.detection;

import dev.cordon.application.detection.LogSpool.Stretch;
import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.engine.DetectionEngine;
import dev.cordon.domain.detection.log.IntakeCounts;
import dev.cordon.domain.detection.log.LogSource;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The engine of one source, and how far it has read the spool. A new one reads all that is kept, so
 * a restart needs nothing else to know again what it knew.
 */
final class SourceWatch {

    private static final int PIECE = 256 * 1024;

    /** A campaign that paused for longer is a new one even after a restart. */
    private static final Duration KNOWN_FOR = Duration.ofDays(7);

    /**
     * Where it stands.
     *
     * @param lastReadAt when lines were last read from the spool; null before the first
     * @param behind whether something could not be read or stored, and waits for the next time
     */
    record Standing(IntakeCounts counts, @Nullable Instant lastReadAt, boolean behind) {

        static final Standing START = new Standing(IntakeCounts.NOTHING, null, false);
    }

    private final DetectionEngine engine;
    private final DetectionEngine.Source log;
    private final LogSpool spool;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Finding> unsaved = new LinkedHashMap<>();
    private final SavingPace pace = new SavingPace();
    private boolean remembers;
    private long position;
    private @Nullable Instant lastReadAt;
    private volatile Standing standing = Standing.START;

    SourceWatch(LogSource source, DetectionEngine engine, LogSpool spool) {
        this.engine = engine;
        this.log = engine.open(source.id().value(), source.format(), source.zone());
        this.spool = spool;
    }

    /** Reads what is new in the spool and stores what that shows. One at a time. */
    void catchUp(LogSource source, RaisingAlerts raising, Instant now) throws IOException {
        lock.lock();
        try {
            stand(true);
            if (!remembers) {
                engine.remember(raising.known(source, now.minus(KNOWN_FOR)));
                remembers = true;
            }
            read(source, now);
            engine.news().forEach(finding -> unsaved.put(finding.reference(), finding));
            stand(true);
            store(source, raising, now);
            stand(false);
        } finally {
            lock.unlock();
        }
    }

    Standing standing() {
        return standing;
    }

    private void read(LogSource source, Instant now) throws IOException {
        var kept = spool.kept(source.id());
        position = Math.max(position, kept.from());
        if (position == kept.to()) {
            return;
        }
        var rest = new Stretch(position, kept.to());
        try (var lines = spool.open(source.id(), rest)) {
            var piece = new byte[(int) Math.min(PIECE, rest.length())];
            for (int got = lines.read(piece); got > 0; got = lines.read(piece)) {
                log.feed(piece, 0, got, now);
                position += got;
            }
        }
        log.end();
        lastReadAt = now;
    }

    /** Taken off one by one: what could not be stored is tried again the next time. */
    private void store(LogSource source, RaisingAlerts raising, Instant now) {
        for (var finding : List.copyOf(unsaved.values())) {
            if (pace.isDue(finding, now)) {
                raising.raise(source, finding, now);
                pace.saved(finding, now);
                unsaved.remove(finding.reference());
            }
        }
    }

    private void stand(boolean behind) {
        standing = new Standing(log.counts(), lastReadAt, behind);
    }
}
