package dev.cordon.infra.bootstrap.cli;

import dev.cordon.domain.detection.engine.DetectionEngine;
import dev.cordon.domain.detection.log.IntakeCounts;
import dev.cordon.domain.detection.log.LogFileName;
import dev.cordon.infra.bootstrap.cli.LogFile.Unreadable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * Reads the logs of one store together, event by event in the order of their times. What rotation
 * made of one log is read one file after the other, and a single log straight through.
 */
final class ScanReading {

    private final List<LogFeed> feeds = new ArrayList<>();
    private final List<List<LogFeed>> series = new ArrayList<>();

    /**
     * @param logs the earliest first
     * @param notice takes sentences about what is odd
     */
    ScanReading(DetectionEngine engine, List<LogFile> logs, ZoneId zone, Consumer<String> notice) {
        var byName = new LinkedHashMap<String, List<LogFeed>>();
        for (var log : logs) {
            var source = engine.open(log.name(), log.format(), zone);
            var feed = new LogFeed(log, source, zone, believed(log, notice));
            feeds.add(feed);
            byName.computeIfAbsent(nameOfSeries(log), _ -> new ArrayList<>()).add(feed);
        }
        series.addAll(byName.values());
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
    List<String> read(ScanProgress progress) {
        var problems = new ArrayList<String>();
        var waiting = new PriorityQueue<>(Comparator.comparingLong(Series::next));
        series.forEach(each -> waiting.add(new Series(each, progress, problems)));
        while (waiting.size() > 1) {
            var first = waiting.remove();
            first.readThrough(waiting.element().next());
            if (!first.isEmpty()) {
                waiting.add(first);
            }
        }
        waiting.forEach(Series::readAll);
        return problems;
    }

    /** All that came in, of every log. */
    IntakeCounts counts() {
        return feeds.stream()
                .map(LogFeed::counts)
                .reduce(IntakeCounts::plus)
                .orElse(IntakeCounts.NOTHING);
    }

    /** The files of one log, the earliest first. */
    private static final class Series {

        private final List<LogFeed> left;
        private final ScanProgress progress;
        private final List<String> problems;

        Series(List<LogFeed> feeds, ScanProgress progress, List<String> problems) {
            this.left = new ArrayList<>(feeds);
            this.progress = progress;
            this.problems = problems;
        }

        boolean isEmpty() {
            return left.isEmpty();
        }

        /** When its next event happened, as far as is known without opening a file. */
        long next() {
            return left.getFirst().next();
        }

        /** Reads the next events that did not happen later than that. */
        void readThrough(long time) {
            do {
                step(feed -> feed.readThrough(time, progress));
            } while (!isEmpty() && next() <= time);
        }

        void readAll() {
            while (!isEmpty()) {
                step(feed -> feed.readAll(progress));
            }
        }

        private void step(Step step) {
            var feed = left.getFirst();
            try {
                step.of(feed);
                if (feed.isAtEnd()) {
                    left.removeFirst();
                }
            } catch (IOException e) {
                left.removeFirst();
                feed.breakOff();
                problems.add(feed.sentence(e));
            } catch (Unreadable e) {
                left.removeFirst();
                problems.add(String.valueOf(e.getMessage()));
            }
        }
    }

    private interface Step {
        void of(LogFeed feed) throws IOException, Unreadable;
    }
}
