package dev.cordon.application.evidence;

import dev.cordon.application.evidence.IntegrityWatch.Cursor;
import dev.cordon.application.evidence.IntegrityWatch.Extent;
import dev.cordon.application.evidence.IntegrityWatch.Watched;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.evidence.ledger.WatchRun;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far the watch over evidence and ledger is, and what it found. */
@Queries
public class WatchQueries {

    private static final int MOST = 100;

    private static final int MOST_RUNS = 30;

    /**
     * @param ledger null before it was ever looked at, and for whoever may not see every store
     * @param vault what lies in the vault and has no item, in the same way
     * @param cursor how far the ledger is computed anew; null before it ever was
     * @param items within the caller's scope
     * @param differences of items within the caller's scope, a hundred at most
     * @param runs finished ones that the ledger bears out, the newest first, thirty at most; none
     *     for whoever may not see every store
     */
    public record Standing(
            @Nullable Watched ledger,
            @Nullable Watched vault,
            @Nullable Cursor cursor,
            Extent items,
            List<Watched> differences,
            List<WatchRun> runs) {}

    private final IntegrityWatch watch;
    private final WatchRuns runs;
    private final WatchRhythm rhythm;
    private final Caller caller;
    private final InstantSource clock;

    WatchQueries(
            IntegrityWatch watch,
            WatchRuns runs,
            WatchRhythm rhythm,
            Caller caller,
            InstantSource clock) {
        this.watch = watch;
        this.runs = runs;
        this.rhythm = rhythm;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.EVIDENCE_READ)
    public Standing standing() {
        var since = clock.instant().minus(rhythm.items());
        return new Standing(
                ofAllStores(IntegrityWatch.LEDGER),
                ofAllStores(IntegrityWatch.VAULT),
                watch.cursor().orElse(null),
                watch.extent(since, caller.scope()),
                watch.differences(caller.scope(), MOST),
                seesAll() ? runs.newest(MOST_RUNS) : List.of());
    }

    private @Nullable Watched ofAllStores(String subject) {
        return seesAll() ? watch.of(subject).orElse(null) : null;
    }

    private boolean seesAll() {
        return caller.scope() instanceof StoreScope.All;
    }
}
