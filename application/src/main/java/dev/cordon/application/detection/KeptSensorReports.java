package dev.cordon.application.detection;

import dev.cordon.application.detection.LogSpool.Stretch;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.application.store.SensorReports;
import dev.cordon.domain.detection.engine.DetectionSettings;
import dev.cordon.domain.detection.log.EventCursor;
import dev.cordon.domain.detection.log.EventField;
import dev.cordon.domain.detection.log.LogReader;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.store.SensorKey;
import dev.cordon.domain.store.inventory.SensorReport;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads them again out of the lines that are kept of a sensor. */
@Supporting
class KeptSensorReports implements SensorReports {

    private static final Logger LOG = LoggerFactory.getLogger(KeptSensorReports.class);

    private static final int PIECE = 256 * 1024;

    /** Some seconds of work; the latest of it. */
    private static final long MOST = 64L << 20;

    private final LogSources sources;
    private final LogSpool spool;
    private final DetectionSettings settings;
    private final UnitOfWork work;
    private final InstantSource clock;

    KeptSensorReports(
            LogSources sources,
            LogSpool spool,
            DetectionSettings settings,
            UnitOfWork work,
            InstantSource clock) {
        this.sources = sources;
        this.spool = spool;
        this.settings = settings;
        this.work = work;
        this.clock = clock;
    }

    @Override
    public List<SensorReport> since(StoreId store, Instant since) {
        var door = new SourceId(SensorKey.door(store));
        var log = work.commit(() -> sources.find(door, StoreScope.ALL));
        var found = new ArrayList<SensorReport>();
        try {
            if (log.isPresent()) {
                read(log.get(), since, found);
            }
        } catch (IOException broken) {
            // Who and when are missing then; what differs is told all the same.
            LOG.warn("what a sensor reported could not be read source={}", door, broken);
        }
        return found;
    }

    private void read(LogSource log, Instant since, List<SensorReport> found) throws IOException {
        var limits = settings.limits();
        var reader =
                new LogReader(
                        log.format(),
                        log.zone(),
                        limits.longestLine(),
                        limits.futureTolerance(),
                        event -> take(event, found));
        var now = clock.instant();
        try (var in = spool.open(log.id(), stretch(log, since))) {
            byte[] piece = new byte[PIECE];
            for (int got = in.read(piece); got >= 0; got = in.read(piece)) {
                reader.feed(piece, 0, got, now);
            }
        }
        reader.end();
    }

    /** Of pieces that go as a whole, so that it begins with a line; or a part of a line, unread. */
    private Stretch stretch(LogSource log, Instant since) throws IOException {
        var kept = spool.kept(log.id());
        long from =
                spool.pieces(log.id()).stream()
                        .filter(piece -> !piece.lastTakenAt().isBefore(since))
                        .mapToLong(piece -> piece.stretch().from())
                        .min()
                        .orElse(kept.to());
        return new Stretch(Math.max(from, kept.to() - MOST), kept.to());
    }

    private static void take(EventCursor event, List<SensorReport> found) {
        var activity = text(event, EventField.ACTIVITY);
        if (activity != null && SensorReport.isOfUse(activity)) {
            found.add(
                    new SensorReport(
                            activity,
                            text(event, EventField.ACTOR),
                            text(event, EventField.ACCOUNT),
                            text(event, EventField.OBJECT),
                            text(event, EventField.FILE),
                            Instant.ofEpochSecond(event.epochSecond())));
        }
    }

    private static @Nullable String text(EventCursor event, EventField field) {
        return event.has(field) ? event.text(field) : null;
    }
}
