package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.people.Permission;

/**
 * Wakes detection for every store that has a log: after a start for what came in before the program
 * ended, later for logs that were added and for whatever nobody rang for.
 */
@StreamingUseCase
public class WakeDetection {

    private final LogSources sources;
    private final StoreWatches watches;
    private final Caller caller;

    WakeDetection(LogSources sources, StoreWatches watches, Caller caller) {
        this.sources = sources;
        this.watches = watches;
        this.caller = caller;
    }

    /** Logs that are known already are read also while the database is away. */
    @Requires(Permission.LOG_INGEST)
    public void wake() {
        try {
            watches.know(sources.all(caller.scope()));
        } finally {
            watches.wakeAll();
        }
    }
}
