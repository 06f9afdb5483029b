package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Page;
import dev.cordon.domain.evidence.ledger.WatchRun;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finished runs of the watch. Each stands in the ledger; none is ever changed. */
public interface WatchRuns extends InLedger {

    /**
     * A run as its record says it.
     *
     * @param run null if what is written there can be none
     * @param isBorneOut whether its leaf says the same
     */
    record Kept(UUID id, @Nullable WatchRun run, boolean isBorneOut) {}

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

    /** All that are recorded, also those that the ledger does not bear out, the newest first. */
    Page<Kept> list(Page.Request request);
}
