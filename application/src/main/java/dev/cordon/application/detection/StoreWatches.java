package dev.cordon.application.detection;

import dev.cordon.application.detection.StoreWatch.Standing;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.log.SourceId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One engine for each store that has a log. */
@Supporting
class StoreWatches {

    private static final Logger LOG = LoggerFactory.getLogger(StoreWatches.class);

    private final LogSpool spool;
    private final RaisingAlerts raising;
    private final EngineMemory memory;
    private final TrafficCounting counting;
    private final DetectionBell bell;
    private final InstantSource clock;
    private final Map<SourceId, LogSource> sources = new ConcurrentHashMap<>();
    private final Map<StoreLogs, StoreWatch> watches = new ConcurrentHashMap<>();
    private final Set<StoreLogs> failing = ConcurrentHashMap.newKeySet();

    StoreWatches(
            LogSpool spool,
            RaisingAlerts raising,
            EngineMemory memory,
            TrafficCounting counting,
            DetectionBell bell,
            InstantSource clock) {
        this.spool = spool;
        this.raising = raising;
        this.memory = memory;
        this.counting = counting;
        this.bell = bell;
        this.clock = clock;
    }

    /**
     * There is something new of this source. Returns at once: whoever sent it hears that it is
     * safe, and not what detection makes of it.
     */
    void news(LogSource source) {
        sources.put(source.id(), source);
        bell.ring(source.store(), source.mode());
    }

    /** These are watched from now on. */
    void know(List<LogSource> all) {
        all.forEach(source -> sources.put(source.id(), source));
    }

    void wakeAll() {
        sources.values().stream()
                .map(StoreLogs::of)
                .distinct()
                .forEach(logs -> bell.ring(logs.store(), logs.mode()));
    }

    /**
     * Lets the engine of these logs read all that is new, and stores what that shows. Whatever
     * prevents it is tried again at the next call.
     *
     * @return whether all is read and stored
     */
    boolean catchUp(StoreLogs logs) {
        try {
            watches.computeIfAbsent(
                            logs, _ -> new StoreWatch(logs, memory, spool, raising, counting))
                    .catchUp(of(logs), clock.instant());
            if (failing.remove(logs)) {
                LOG.info("detection has caught up store={}", logs.store());
            }
            return true;
        } catch (IOException | RuntimeException failure) {
            if (failing.add(logs)) {
                LOG.warn(
                        "detection is behind and tries again until it is not store={}",
                        logs.store(),
                        failure);
            }
            return false;
        }
    }

    /** How detection keeps up with the source. */
    Intake intake(LogSource source) {
        var watch = watches.get(StoreLogs.of(source));
        var standing = watch == null ? Standing.START : watch.standing(source.id());
        try {
            var kept = spool.kept(source.id());
            long backlog = kept.to() - Math.clamp(standing.readTo(), kept.from(), kept.to());
            return new Intake(
                    source,
                    standing.counts(),
                    spool.lastTakenAt(source.id()).orElse(null),
                    backlog == 0 ? Duration.ZERO : standing.since(clock.instant()),
                    backlog,
                    standing.passedOver(),
                    standing.behind());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private List<LogSource> of(StoreLogs logs) {
        return sources.values().stream()
                .filter(logs::hold)
                .sorted(Comparator.comparing(source -> source.id().value()))
                .toList();
    }
}
