package dev.cordon.infra.bootstrap.cli;

import dev.cordon.application.detection.LogFeed;
import dev.cordon.application.detection.LogsInOrder;
import dev.cordon.application.detection.ReadableLog;
import dev.cordon.domain.detection.engine.DetectionEngine;
import dev.cordon.domain.detection.log.IntakeCounts;
import dev.cordon.domain.detection.log.LogFileName;
import dev.cordon.domain.detection.log.LogFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The log files of one store on their way into the engine; those of one name are one log. */
final class ScanReading {

    private final List<LogFeed> feeds = new ArrayList<>();
    private final List<List<LogFeed>> series;

    /**
     * @param logs the earliest first
     * @param notice takes sentences about what is odd
     */
    ScanReading(
            DetectionEngine engine,
            List<LogFile> logs,
            ZoneId zone,
            ScanProgress progress,
            Consumer<String> notice) {
        var byName = new LinkedHashMap<String, List<LogFeed>>();
        for (var log : logs) {
            var source = engine.open(log.name(), log.format(), zone);
            var feed = new LogFeed(new Scanned(log, zone, progress), source, believed(log, notice));
            feeds.add(feed);
            byName.computeIfAbsent(nameOfSeries(log), _ -> new ArrayList<>()).add(feed);
        }
        series = List.copyOf(byName.values());
    }

    private static String nameOfSeries(LogFile log) {
        var path = log.path();
        var folder = path == null ? null : path.toAbsolutePath().getParent();
        return folder == null
                ? log.name()
                : folder.resolve(Path.of(LogFileName.stable(log.name()))) + " " + log.format();
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

    /**
     * @return sentences about what could not be read to its end; all others were
     */
    List<String> read() {
        var problems = new ArrayList<String>();
        LogsInOrder.read(
                series,
                (feed, reason) -> {
                    feed.breakOff();
                    problems.add(feed + " cannot be read to its end: " + LogFile.reason(reason));
                });
        return problems;
    }

    /** All that came in, of every log. */
    IntakeCounts counts() {
        return feeds.stream()
                .map(LogFeed::counts)
                .reduce(IntakeCounts::plus)
                .orElse(IntakeCounts.NOTHING);
    }

    private record Scanned(LogFile log, ZoneId zone, ScanProgress progress) implements ReadableLog {

        @Override
        public LogFormat format() {
            return log.format();
        }

        @Override
        public @Nullable Instant begin() {
            return log.begin();
        }

        @Override
        public long size() {
            return log.plainSize();
        }

        @Override
        public InputStream open() throws IOException {
            return log.open(progress);
        }

        @Override
        public String toString() {
            return log.toString();
        }
    }
}
