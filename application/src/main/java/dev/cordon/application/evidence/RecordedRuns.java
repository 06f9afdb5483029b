package dev.cordon.application.evidence;

import dev.cordon.application.evidence.IntegrityWatch.Cursor;
import dev.cordon.application.evidence.IntegrityWatch.Watched;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.evidence.ledger.WatchRun;
import dev.cordon.domain.kernel.StoreScope;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records that a run of the watch is finished, once for each time that the ledger was computed anew
 * from its beginning: what no run vouches for was not watched.
 */
@Supporting
class RecordedRuns {

    private static final Logger LOG = LoggerFactory.getLogger(RecordedRuns.class);

    private final WatchRuns runs;
    private final IntegrityWatch watch;
    private final Ids ids;
    private final UnitOfWork work;
    private final InstantSource clock;

    RecordedRuns(
            WatchRuns runs, IntegrityWatch watch, Ids ids, UnitOfWork work, InstantSource clock) {
        this.runs = runs;
        this.watch = watch;
        this.ids = ids;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Once the ledger was computed to its end, or to where it differs. Does nothing where that run
     * stands already.
     */
    void finished() {
        work.run(this::record);
    }

    private void record() {
        watch.cursor().filter(round -> !runs.has(round.begunAt())).ifPresent(this::record);
    }

    private void record(Cursor round) {
        var now = clock.instant();
        var since = runs.last().map(WatchRun::at).orElse(Instant.EPOCH);
        var extent = watch.extent(since, StoreScope.ALL);
        var found = found();
        var run =
                new WatchRun(
                        ids.next(),
                        round.begunAt(),
                        // A clock that was set back ends no run before it began.
                        now.isBefore(round.begunAt()) ? round.begunAt() : now,
                        watch.of(IntegrityWatch.VAULT).map(Watched::at).orElse(null),
                        round.frontier().size(),
                        extent.checked(),
                        extent.items(),
                        found.size() + watch.differing(),
                        firstOf(found));
        runs.add(run);
        LOG.info(
                "the watch finished a run entries={} items={} differences={}",
                run.entries(),
                run.items(),
                run.differences());
    }

    private List<String> found() {
        var found = new ArrayList<String>();
        for (var whole : List.of(IntegrityWatch.LEDGER, IntegrityWatch.VAULT)) {
            watch.of(whole).flatMap(RecordedRuns::text).ifPresent(found::add);
        }
        return found;
    }

    private List<String> firstOf(List<String> found) {
        var all = new ArrayList<>(found);
        watch.differences(StoreScope.ALL, WatchRun.MOST - found.size()).stream()
                .flatMap(watched -> text(watched).stream())
                .forEach(all::add);
        return all;
    }

    private static Optional<String> text(Watched watched) {
        return Optional.ofNullable(watched.difference())
                .map(difference -> watched.subject() + ": " + difference.what());
    }
}
