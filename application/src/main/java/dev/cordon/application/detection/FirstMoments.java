package dev.cordon.application.detection;

import dev.cordon.application.detection.LogSpool.Stretch;
import dev.cordon.domain.detection.engine.DetectionSettings;
import dev.cordon.domain.detection.log.EventCursor;
import dev.cordon.domain.detection.log.LogReader;
import dev.cordon.domain.detection.log.LogSource;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** When the first understood line of each log happened, as far as its beginning tells. */
final class FirstMoments {

    private static final int LOOKED_AT = 256 * 1024;

    private final DetectionSettings settings;
    private final LogSpool spool;
    private final Instant now;
    private final List<Instant> found = new ArrayList<>();

    FirstMoments(DetectionSettings settings, LogSpool spool, Instant now) {
        this.settings = settings;
        this.spool = spool;
        this.now = now;
    }

    /** A log that holds nothing that is understood has none. */
    List<Instant> of(Map<LogSource, Stretch> kept) throws IOException {
        for (var log : kept.entrySet()) {
            look(log.getKey(), log.getValue());
        }
        return found;
    }

    private void look(LogSource log, Stretch stretch) throws IOException {
        var limits = settings.limits();
        var times = new ArrayList<Instant>();
        var reader =
                new LogReader(
                        log.format(),
                        log.zone(),
                        limits.longestLine(),
                        limits.futureTolerance(),
                        event -> times.add(time(event)));
        try (var in = spool.open(log.id(), stretch)) {
            byte[] piece = in.readNBytes(LOOKED_AT);
            reader.feed(piece, 0, piece.length, now);
            reader.end();
        }
        times.stream().min(Instant::compareTo).ifPresent(found::add);
    }

    private static Instant time(EventCursor event) {
        return Instant.ofEpochSecond(event.epochSecond());
    }
}
