package dev.cordon.infra.bootstrap.cli;

import dev.cordon.domain.detection.engine.DetectionEngine;
import dev.cordon.domain.detection.log.IntakeCounts;
import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.infra.bootstrap.cli.LogFile.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads logs together: always on with the one that is furthest back in time. */
final class ScanReading {

    private static final int PIECE = 256 * 1024;

    private final List<Reading> readings;
    private final byte[] piece = new byte[PIECE];

    ScanReading(DetectionEngine engine, List<LogFile> logs, ZoneId zone, Consumer<String> notice) {
        readings =
                logs.stream()
                        .map(
                                log -> {
                                    var format = log.format();
                                    return new Reading(
                                            log,
                                            engine.open(
                                                    log.name(),
                                                    format == null ? LogFormat.COMBINED : format,
                                                    zone),
                                            believed(log, notice));
                                })
                        .toList();
    }

    /**
     * @throws Unreadable if one of them broke off; the others are read to their ends before
     */
    void read(ScanProgress progress) throws Unreadable {
        var open = new ArrayList<>(readings);
        Unreadable broken = null;
        while (!open.isEmpty()) {
            var next =
                    open.size() == 1
                            ? open.getFirst()
                            : open.stream().min(Comparator.comparing(Reading::at)).orElseThrow();
            try {
                int got = next.readOn(piece);
                progress.read(Math.max(0, got));
                if (got < 0) {
                    open.remove(next);
                }
            } catch (IOException e) {
                next.end();
                open.remove(next);
                broken =
                        new Unreadable(
                                next.log + " cannot be read to its end: " + LogFile.reason(e));
            }
        }
        if (broken != null) {
            throw broken;
        }
    }

    /** All that came in, of every log. */
    IntakeCounts counts() {
        return readings.stream()
                .map(reading -> reading.source.counts())
                .reduce(IntakeCounts::plus)
                .orElse(IntakeCounts.NOTHING);
    }

    /** Until when times are believed. An old log is compared with no clock but its own. */
    private static Instant believed(LogFile log, Consumer<String> notice) {
        var now = Instant.now();
        var begin = log.begin();
        if (begin == null || !begin.isAfter(now)) {
            return now;
        }
        notice.accept(log + " begins after this machine's time; its times are taken as they are");
        return LogFile.FAR_FUTURE;
    }

    private static final class Reading {

        private final LogFile log;
        private final DetectionEngine.Source source;
        private final Instant believed;
        private @Nullable InputStream in;

        Reading(LogFile log, DetectionEngine.Source source, Instant believed) {
            this.log = log;
            this.source = source;
            this.believed = believed;
        }

        /** How far in time it is. */
        Instant at() {
            var last = in == null ? log.begin() : source.lastEventAt();
            return last == null ? Instant.MIN : last;
        }

        int readOn(byte[] piece) throws IOException {
            if (in == null) {
                in = log.open();
            }
            int got = in.read(piece);
            if (got < 0) {
                end();
            } else {
                source.feed(piece, 0, got, believed);
            }
            return got;
        }

        void end() {
            source.end();
            try {
                if (in != null) {
                    in.close();
                }
            } catch (IOException e) {
                // what was read is read; a failing close changes nothing of it
                in = null;
            }
        }
    }
}
