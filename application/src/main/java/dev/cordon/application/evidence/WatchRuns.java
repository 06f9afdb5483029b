package dev.cordon.application.evidence;

import dev.cordon.domain.evidence.ledger.WatchRun;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finished runs of the watch. Each stands in the ledger; none is ever changed. */
public interface WatchRuns extends InLedger {

    /** With its leaf, in the transaction that it is called in. */
    void add(WatchRun run);

    /** Whether the ledger bears out one that began to compute it anew just then. */
    boolean has(Instant begunAt);

    /** The newest that the ledger bears out. */
    default Optional<WatchRun> last() {
        return newest(1).stream().findFirst();
    }

    /** Those that the ledger bears out, the newest first, so many at most. */
    List<WatchRun> newest(int limit);
}
