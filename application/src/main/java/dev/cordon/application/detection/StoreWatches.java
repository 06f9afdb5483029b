package dev.cordon.application.detection;

import dev.cordon.application.detection.StoreWatch.Standing;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.kernel.StoreScope;
import java.io.IOException;
import java.time.InstantSource;
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

    private final LogSources sources;
    private final LogSpool spool;
    private final RaisingAlerts raising;
    private final EngineMemory memory;
    private final InstantSource clock;
    private final Map<StoreLogs, StoreWatch> watches = new ConcurrentHashMap<>();

    StoreWatches(
            LogSources sources,
            LogSpool spool,
            RaisingAlerts raising,
            EngineMemory memory,
            InstantSource clock) {
        this.sources = sources;
        this.spool = spool;
        this.raising = raising;
        this.memory = memory;
        this.clock = clock;
    }

    /**
     * Lets the engine of the source's store read all that is new, and stores what that shows.
     * Whatever prevents it is tried again at the next call: the lines are safe, so their sender
     * must not hear of a failure and send them twice.
     */
    Standing catchUp(LogSource source) {
        var ofStore = sources.all(new StoreScope.Only(Set.of(source.store())));
        catchUp(StoreLogs.of(source), ofStore);
        return standing(source);
    }

    void catchUp(List<LogSource> all) {
        all.stream().map(StoreLogs::of).distinct().forEach(logs -> catchUp(logs, all));
    }

    Standing standing(LogSource source) {
        var watch = watches.get(StoreLogs.of(source));
        return watch == null ? Standing.START : watch.standing(source.id());
    }

    private void catchUp(StoreLogs logs, List<LogSource> among) {
        try {
            watches.computeIfAbsent(logs, _ -> new StoreWatch(logs, memory, spool, raising))
                    .catchUp(among.stream().filter(logs::hold).toList(), clock.instant());
        } catch (IOException | RuntimeException failure) {
            LOG.warn("detection is behind and will try again store={}", logs.store(), failure);
        }
    }
}
