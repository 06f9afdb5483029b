package dev.cordon.application.detection;

import dev.cordon.application.detection.LogSpool.Stretch;
import dev.cordon.domain.detection.CampaignMerged;
import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.engine.DetectionEngine;
import dev.cordon.domain.detection.log.IntakeCounts;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.log.SourceId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The engine of one store, and how far it has read each of its logs. What it knows is saved once a
 * minute; after a restart it reads again only what came in since, and all that is kept where
 * nothing fitting was saved.
 */
final class StoreWatch {

    /** A campaign that paused for longer is a new one even after a restart. */
    private static final Duration KNOWN_FOR = Duration.ofDays(7);

    private static final Duration SAVED_EVERY = Duration.ofMinutes(1);
    private static final long SAVED_AFTER = 64L << 20;

    /**
     * Where a log stands.
     *
     * @param lastReadAt when lines were last read from the spool; null before the first
     * @param behind whether something could not be read or stored, and waits for the next time
     */
    record Standing(IntakeCounts counts, @Nullable Instant lastReadAt, boolean behind) {

        static final Standing START = new Standing(IntakeCounts.NOTHING, null, false);
    }

    /** A log that is watched. */
    private static final class Watched {

        private final LogSource log;
        private final DetectionEngine.Source source;
        private long position;
        private @Nullable Instant lastReadAt;

        Watched(LogSource log, DetectionEngine.Source source, long position) {
            this.log = log;
            this.source = source;
            this.position = position;
        }

        void skipTo(long offset) {
            source.skipTo(offset);
            position = offset;
        }
    }

    private final StoreLogs logs;
    private final EngineMemory memory;
    private final LogSpool spool;
    private final RaisingAlerts raising;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<SourceId, Watched> watched = new LinkedHashMap<>();
    private final Map<SourceId, Standing> standings = new ConcurrentHashMap<>();
    private final Map<String, Finding> unsaved = new LinkedHashMap<>();
    private final List<CampaignMerged> unmerged = new ArrayList<>();
    private final SavingPace pace = new SavingPace();
    private EngineMemory.@Nullable Known known;
    private Instant savedAt = Instant.MIN;
    private long readSinceSaved;

    StoreWatch(StoreLogs logs, EngineMemory memory, LogSpool spool, RaisingAlerts raising) {
        this.logs = logs;
        this.memory = memory;
        this.spool = spool;
        this.raising = raising;
    }

    /**
     * Reads what is new in the spool and stores what that shows. One at a time.
     *
     * @param sources all logs of the store
     */
    void catchUp(List<LogSource> sources, Instant now) throws IOException {
        lock.lock();
        try {
            sources.forEach(source -> standings.compute(source.id(), StoreWatch::behind));
            var engine = engine(now);
            sources.forEach(source -> watch(engine, source));
            stand(true);
            var broken = read(now);
            engine.news().forEach(finding -> unsaved.put(finding.reference(), finding));
            unmerged.addAll(engine.merged());
            stand(true);
            boolean due = isSavingDue(now);
            store(due, now);
            if (due) {
                memory.save(logs, engine, positions());
                savedAt = now;
                readSinceSaved = 0;
            }
            if (broken != null) {
                throw broken;
            }
            stand(false);
        } finally {
            lock.unlock();
        }
    }

    Standing standing(SourceId source) {
        return standings.getOrDefault(source, Standing.START);
    }

    private static Standing behind(SourceId source, @Nullable Standing before) {
        var known = before == null ? Standing.START : before;
        return new Standing(known.counts(), known.lastReadAt(), true);
    }

    private DetectionEngine engine(Instant now) throws IOException {
        if (known == null) {
            var loaded = memory.load(logs);
            loaded.engine().remember(raising.known(logs, now.minus(KNOWN_FOR)));
            known = loaded;
            savedAt = now;
        }
        return known.engine();
    }

    private void watch(DetectionEngine engine, LogSource source) {
        if (!watched.containsKey(source.id())) {
            var opened = engine.open(source.id().value(), source.format(), source.zone());
            long position = known == null ? 0 : known.positions().getOrDefault(source.id(), 0L);
            watched.put(source.id(), new Watched(source, opened, position));
        }
    }

    /** The reason why a log could not be read to its end; null if all could. */
    private @Nullable IOException read(Instant now) throws IOException {
        var feeds = new LinkedHashMap<Watched, LogFeed>();
        for (var each : watched.values()) {
            var rest = rest(each);
            if (rest.length() > 0) {
                var log = new SpooledLog(each.log, spool, rest);
                feeds.put(each, new LogFeed(log, each.source, now));
            }
        }
        var reasons = new ArrayList<IOException>();
        LogsInOrder.read(
                feeds.values().stream().map(List::of).toList(), (_, reason) -> reasons.add(reason));
        feeds.forEach(
                (each, feed) -> {
                    each.position += feed.taken();
                    each.lastReadAt = now;
                    readSinceSaved += feed.taken();
                });
        return reasons.isEmpty() ? null : reasons.getFirst();
    }

    /** What of a log was not read yet. What the spool has given up is passed over. */
    private Stretch rest(Watched each) throws IOException {
        var kept = spool.kept(each.log.id());
        if (each.position < kept.from() || each.position > kept.to()) {
            each.skipTo(kept.from());
        }
        return new Stretch(each.position, kept.to());
    }

    private boolean isSavingDue(Instant now) {
        return readSinceSaved >= SAVED_AFTER
                || readSinceSaved > 0 && !now.isBefore(savedAt.plus(SAVED_EVERY));
    }

    /**
     * Taken off one by one: what could not be stored is tried again the next time.
     *
     * @param all whether what could wait is stored too
     */
    private void store(boolean all, Instant now) {
        for (var finding : List.copyOf(unsaved.values())) {
            if (all || !unmerged.isEmpty() || pace.isDue(finding, now)) {
                raising.raise(logs, finding, now);
                pace.saved(finding, now);
                unsaved.remove(finding.reference());
            }
        }
        while (!unmerged.isEmpty()) {
            raising.merge(logs, unmerged.getFirst());
            unmerged.removeFirst();
        }
    }

    private Map<SourceId, Long> positions() {
        var all = new LinkedHashMap<SourceId, Long>();
        watched.forEach((source, each) -> all.put(source, each.position));
        return all;
    }

    private void stand(boolean behind) {
        watched.forEach(
                (source, each) ->
                        standings.put(
                                source,
                                new Standing(each.source.counts(), each.lastReadAt, behind)));
    }
}
