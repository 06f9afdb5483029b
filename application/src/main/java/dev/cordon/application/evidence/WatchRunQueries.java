package dev.cordon.application.evidence;

import dev.cordon.application.evidence.WatchRuns.Kept;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Page;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Permission;
import java.util.List;

/** The finished runs of the watch, each held against its leaf of the ledger. */
@Queries
public class WatchRunQueries {

    private static final int MOST = 100;

    private final WatchRuns runs;
    private final Caller caller;

    WatchRunQueries(WatchRuns runs, Caller caller) {
        this.runs = runs;
        this.caller = caller;
    }

    /**
     * The newest first, also those that the ledger does not bear out.
     *
     * @throws NotFound for whoever may not see every store, as a run is over all of them
     */
    @Requires(Permission.EVIDENCE_READ)
    public Page<Kept> list(Page.Request request) {
        requireAll();
        return runs.list(request);
    }

    /**
     * Those that the ledger names and nobody has any more, by their ids, a hundred at most.
     *
     * @throws NotFound for whoever may not see every store
     */
    @Requires(Permission.EVIDENCE_READ)
    public List<String> missing() {
        requireAll();
        return runs.missing(MOST);
    }

    /** Whether the caller sees every store, and so the runs, which are over all of them. */
    @Requires(Permission.EVIDENCE_READ)
    public boolean areShown() {
        return caller.scope() instanceof StoreScope.All;
    }

    private void requireAll() {
        if (!areShown()) {
            throw new NotFound("the runs of the watch over all stores");
        }
    }
}
