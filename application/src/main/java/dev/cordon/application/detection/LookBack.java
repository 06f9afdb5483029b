package dev.cordon.application.detection;

import dev.cordon.application.detection.LogSpool.Stretch;
import dev.cordon.application.kernel.Damaged;
import dev.cordon.domain.detection.engine.DetectionEngine;
import dev.cordon.domain.detection.log.LogSource;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows a new engine the last lines before the place from which it goes on. */
final class LookBack {

    private static final Logger LOG = LoggerFactory.getLogger(LookBack.class);

    /** Of each log: some seconds of work. */
    static final long BYTES = 64L << 20;

    private record Part(LogFeed feed, DetectionEngine.Source source, long to) {}

    private final LogSpool spool;
    private final Instant now;
    private final List<Part> parts = new ArrayList<>();

    LookBack(LogSpool spool, Instant now) {
        this.spool = spool;
        this.now = now;
    }

    /**
     * @param place how far the log was read
     */
    void add(LogSource log, DetectionEngine.Source source, long place) throws IOException {
        var kept = spool.kept(log.id());
        if (place <= kept.from() || place > kept.to()) {
            return;
        }
        long from = Math.max(kept.from(), place - BYTES);
        if (from > kept.from()) {
            from = afterLineEnd(log, new Stretch(from, place));
        }
        source.skipTo(from);
        var lines = new SpooledLog(log, spool, new Stretch(from, place));
        parts.add(new Part(new LogFeed(lines, source, now), source, place));
    }

    /** Where the first whole line of the stretch begins. */
    private long afterLineEnd(LogSource log, Stretch stretch) throws IOException {
        try (var in = spool.open(log.id(), stretch)) {
            byte[] piece = new byte[64 * 1024];
            long at = stretch.from();
            for (int got = in.read(piece); got >= 0; got = in.read(piece)) {
                for (int i = 0; i < got; i++) {
                    if (piece[i] == '\n') {
                        return at + i + 1;
                    }
                }
                at += got;
            }
        } catch (Damaged broken) {
            LOG.warn("detection could not look back log={}", log.id(), broken);
        }
        return stretch.to();
    }

    /** What cannot be read is passed over: the engine knows a little less. */
    void read() {
        LogsInOrder.read(
                parts.stream().map(part -> List.of(part.feed())).toList(),
                (log, reason) -> {
                    log.breakOff();
                    LOG.warn("detection could not look back log={}", log, reason);
                });
        parts.forEach(part -> part.source().skipTo(part.to()));
    }
}
