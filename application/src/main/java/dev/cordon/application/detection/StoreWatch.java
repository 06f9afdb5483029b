package dev.cordon.application.detection;

import dev.cordon.application.detection.LogSpool.Stretch;
import dev.cordon.application.kernel.Damaged;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine of one store, and how far it has read each of its logs. What it knows is saved once a
 * minute; after a restart it reads again only what came in since, and all that is kept where
 * nothing was saved. When other rules come into force, a new engine goes on from the places that
 * were reached: it looks back a little, to know who is about, and raises nothing of that.
 */
final class StoreWatch {

    private static final Logger LOG = LoggerFactory.getLogger(StoreWatch.class);

    /** A campaign that paused for longer is a new one even after a restart. */
    private static final Duration KNOWN_FOR = Duration.ofDays(7);

    private static final Duration SAVED_EVERY = Duration.ofMinutes(1);
    private static final long SAVED_AFTER = 256L << 20;

    /** Of what the spool keeps: only what is saved makes room in it. */
    private static final int SAVED_AFTER_PART = 4;

    /**
     * Where a log stands.
     *
     * @param lastReadAt when it was last read to its end; null before that
     * @param behind whether something could not be read or stored, and waits for the next time
     * @param readTo how far it was read, in bytes since its beginning
     * @param passedOver how many bytes were gone before they could be read, or did not open
     */
    record Standing(
            IntakeCounts counts,
            @Nullable Instant lastReadAt,
            boolean behind,
            long readTo,
            long passedOver) {

        static final Standing START = new Standing(IntakeCounts.NOTHING, null, false, 0, 0);

        /** For how long it was not read to its end. */
        Duration since(Instant now) {
            var last = lastReadAt == null || lastReadAt.isAfter(now) ? now : lastReadAt;
            return Duration.between(last, now);
        }

        Standing waiting() {
            return new Standing(counts, lastReadAt, true, readTo, passedOver);
        }
    }

    /** A log that is watched. */
    private static final class Watched {

        private final LogSource log;
        private final DetectionEngine.Source source;
        private final TrafficCounting.Counted counted;
        private long position;
        private long passedOver;
        private @Nullable Instant lastReadAt;

        Watched(
                LogSource log,
                DetectionEngine.Source source,
                TrafficCounting.Counted counted,
                long position) {
            this.log = log;
            this.source = source;
            this.counted = counted;
            this.position = position;
        }

        /** What lies before the first line that is kept was never read, unless all is new. */
        void skipTo(long offset) {
            if (position > 0 && position < offset) {
                passedOver += offset - position;
                LOG.warn(
                        "lines are gone that detection has not read source={} bytes={}",
                        log.id(),
                        offset - position);
            }
            source.skipTo(offset);
            position = offset;
        }

        Standing standing(boolean behind) {
            return new Standing(source.counts(), lastReadAt, behind, position, passedOver);
        }
    }

    private final StoreLogs logs;
    private final EngineMemory memory;
    private final LogSpool spool;
    private final RaisingAlerts raising;
    private final TrafficCounting counting;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<SourceId, Watched> watched = new LinkedHashMap<>();
    private final Map<SourceId, Standing> standings = new ConcurrentHashMap<>();
    private final Map<String, Finding> unsaved = new LinkedHashMap<>();
    private final List<CampaignMerged> unmerged = new ArrayList<>();
    private final SavingPace pace = new SavingPace();
    private EngineMemory.@Nullable Known known;
    private Instant savedAt = Instant.MIN;
    private long readSinceSaved;

    StoreWatch(
            StoreLogs logs,
            EngineMemory memory,
            LogSpool spool,
            RaisingAlerts raising,
            TrafficCounting counting) {
        this.logs = logs;
        this.memory = memory;
        this.spool = spool;
        this.raising = raising;
        this.counting = counting;
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
            var running = running(sources, now);
            var engine = running.engine();
            for (var source : sources) {
                if (!watched.containsKey(source.id())) {
                    watched.put(source.id(), watch(running, source));
                }
            }
            stand(true);
            var broken = read(now);
            engine.news().forEach(finding -> unsaved.put(finding.reference(), finding));
            unmerged.addAll(engine.merged());
            stand(true);
            boolean due = isSavingDue(now);
            store(due, now);
            if (due) {
                save(engine, positions(), now);
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
        return (before == null ? Standing.START : before).waiting();
    }

    private EngineMemory.Known running(List<LogSource> sources, Instant now) throws IOException {
        var rules = memory.rules(logs);
        if (known != null && known.rules().content().equals(rules.content())) {
            return known;
        }
        if (known != null) {
            store(true, now);
        }
        var next =
                known == null ? memory.load(logs, rules) : memory.changed(logs, rules, positions());
        next.engine().remember(raising.known(logs, now.minus(KNOWN_FOR)));
        var anew = new LinkedHashMap<SourceId, Watched>();
        if (next.isNew()) {
            for (var source : sources) {
                anew.put(source.id(), watch(next, source));
            }
            lookBack(next.engine(), anew.values(), now);
            save(next.engine(), positions(next, anew), now);
        } else {
            savedAt = now;
            release(next.positions());
        }
        // Last, so that what failed before is done again, from the places of the engine before.
        known = next;
        watched.clear();
        watched.putAll(anew);
        return next;
    }

    /** What shows again there was seen by people before, or by a dry run. */
    private void lookBack(DetectionEngine engine, Collection<Watched> logs, Instant now)
            throws IOException {
        var back = new LookBack(spool, now);
        for (var each : logs) {
            back.add(each.log, each.source, each.position);
        }
        back.read();
        engine.news();
        engine.merged();
    }

    private Watched watch(EngineMemory.Known by, LogSource source) throws IOException {
        long counted = counting.countedTo(source.id());
        long end = spool.kept(source.id()).to();
        var opened = by.engine().open(source.id().value(), source.format(), source.zone());
        long position = by.positions().getOrDefault(source.id(), 0L);
        if (by.isNew() && position > 0) {
            opened.skipTo(position);
        }
        // A log that begins anew, as when its folder was lost, is shorter than what was
        // counted.
        long from = counted > end ? position : Math.max(counted, position);
        var traffic = counting.count(source.id(), opened, counted, from);
        return new Watched(source, opened, traffic, position);
    }

    /** The reason why a log could not be read to its end; null if all could. */
    private @Nullable IOException read(Instant now) throws IOException {
        var reasons = new ArrayList<IOException>();
        boolean again;
        do {
            again = readOn(now, reasons);
        } while (again && reasons.isEmpty());
        if (!reasons.isEmpty()) {
            return reasons.getFirst();
        }
        watched.values().forEach(each -> each.lastReadAt = now);
        return null;
    }

    /** Whether something was passed over that does not open, so that more can be read behind it. */
    private boolean readOn(Instant now, List<IOException> reasons) throws IOException {
        var feeds = new LinkedHashMap<Watched, LogFeed>();
        for (var each : watched.values()) {
            var rest = rest(each);
            if (rest.length() > 0) {
                var log = new SpooledLog(each.log, spool, rest);
                feeds.put(each, new LogFeed(log, each.source, now));
            }
        }
        var damaged = new HashMap<LogFeed, Damaged>();
        LogsInOrder.read(
                feeds.values().stream().map(List::of).toList(),
                (feed, reason) -> {
                    if (reason instanceof Damaged broken) {
                        feed.breakOff();
                        damaged.put(feed, broken);
                    } else {
                        reasons.add(reason);
                    }
                });
        feeds.forEach(
                (each, feed) -> {
                    each.position += feed.taken();
                    readSinceSaved += feed.taken();
                });
        for (var each : feeds.entrySet()) {
            var broken = damaged.get(each.getValue());
            if (broken != null) {
                passOver(each.getKey(), broken);
            }
        }
        return !damaged.isEmpty();
    }

    /** Lines that do not open will not do so later: those behind them must not wait for them. */
    private void passOver(Watched each, Damaged broken) throws IOException {
        long behind = spool.readableAfter(each.log.id(), each.position);
        long bytes = behind - each.position;
        LOG.error(
                "lines that do not open are passed over source={} from={} bytes={}",
                each.log.id(),
                each.position,
                bytes,
                broken);
        each.passedOver += bytes;
        each.source.skipTo(behind);
        each.position = behind;
        readSinceSaved += bytes;
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
        return readSinceSaved >= Math.min(SAVED_AFTER, spool.limit() / SAVED_AFTER_PART)
                || readSinceSaved > 0 && !now.isBefore(savedAt.plus(SAVED_EVERY));
    }

    private void save(DetectionEngine engine, Map<SourceId, Long> positions, Instant now)
            throws IOException {
        memory.save(logs, engine, positions);
        savedAt = now;
        readSinceSaved = 0;
        release(positions);
    }

    private void release(Map<SourceId, Long> positions) throws IOException {
        for (var each : positions.entrySet()) {
            spool.release(each.getKey(), each.getValue());
        }
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
        if (all) {
            watched.values().forEach(each -> each.counted.store());
        }
    }

    /** Also of logs that nobody has spoken of since the start. */
    private Map<SourceId, Long> positions() {
        return positions(known, watched);
    }

    private static Map<SourceId, Long> positions(
            EngineMemory.@Nullable Known known, Map<SourceId, Watched> watched) {
        var all = new LinkedHashMap<SourceId, Long>();
        if (known != null) {
            all.putAll(known.positions());
        }
        watched.forEach((source, each) -> all.put(source, each.position));
        return all;
    }

    private void stand(boolean behind) {
        watched.forEach((source, each) -> standings.put(source, each.standing(behind)));
    }
}
