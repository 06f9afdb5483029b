package dev.cordon.application.detection;

import dev.cordon.application.detection.DryRunsAtWork.AtWork;
import dev.cordon.application.detection.LogSpool.Stretch;
import dev.cordon.application.detection.RulesInForce.Made;
import dev.cordon.domain.detection.CampaignMerged;
import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.engine.DetectionEngine;
import dev.cordon.domain.detection.log.IntakeCounts;
import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.tuning.DryRunReport.Reading;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One reading of all that a store's spool keeps, by an engine that nobody else knows. */
final class DryRunReading {

    private final DetectionEngine engine;
    private final AtWork atWork;
    private final List<LogFeed> feeds = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final List<Instant> firsts;

    /**
     * @param kept what there is of each log
     * @param salt any number that the log's visitors cannot know
     */
    DryRunReading(
            Made rules,
            Map<LogSource, Stretch> kept,
            LogSpool spool,
            AtWork atWork,
            long salt,
            Instant now)
            throws IOException {
        this.firsts = new FirstMoments(rules.settings(), spool, now).of(kept);
        this.engine = new DetectionEngine(rules.rules(), rules.settings(), salt);
        this.atWork = atWork;
        kept.forEach(
                (log, stretch) -> {
                    var source = engine.open(log.id().value(), log.format(), log.zone());
                    source.skipTo(stretch.from());
                    var lines = new Watched(new SpooledLog(log, spool, stretch), atWork);
                    feeds.add(new LogFeed(lines, source, now));
                });
    }

    /** Reads all there is, unless it is told to end. */
    void read() {
        LogsInOrder.read(
                feeds.stream().map(List::of).toList(),
                (log, reason) -> {
                    log.breakOff();
                    if (!(reason instanceof DryRunsAtWork.Ended)) {
                        problems.add(log + " could not be read to its end");
                    }
                });
    }

    /** The campaigns that are left when those that are parts of others are taken away. */
    List<Finding> findings() {
        var found = new LinkedHashMap<String, Finding>();
        engine.news().forEach(finding -> found.put(finding.reference(), finding));
        engine.merged().stream().map(CampaignMerged::reference).forEach(found::remove);
        return List.copyOf(found.values());
    }

    Reading reading(Duration took) {
        var counts =
                feeds.stream()
                        .map(LogFeed::counts)
                        .reduce(IntakeCounts::plus)
                        .orElse(IntakeCounts.NOTHING);
        return new Reading(
                firsts.isEmpty() ? null : Collections.min(firsts),
                firsts.isEmpty() ? null : Collections.max(firsts),
                counts.lastEventAt(),
                atWork.progress().read(),
                counts.understood(),
                took,
                engine.matched().entrySet().stream()
                        .filter(each -> each.getValue() > 0)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                problems);
    }

    /** Tells how far it is, and ends when it is told to. */
    private record Watched(SpooledLog log, AtWork atWork) implements ReadableLog {

        @Override
        public LogFormat format() {
            return log.format();
        }

        @Override
        public ZoneId zone() {
            return log.zone();
        }

        @Override
        public @Nullable Instant begin() {
            return log.begin();
        }

        @Override
        public long size() {
            return log.size();
        }

        @Override
        public InputStream open() throws IOException {
            return new FilterInputStream(log.open()) {
                @Override
                public int read(byte[] into, int from, int length) throws IOException {
                    int got = super.read(into, from, length);
                    atWork.read(Math.max(0, got));
                    return got;
                }
            };
        }

        @Override
        public String toString() {
            return log.toString();
        }
    }
}
