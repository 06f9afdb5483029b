package dev.cordon.application.detection;

import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.people.Permission;

/**
 * Wakes detection for every store that has a log: after a start for what came in before the program
 * ended, later for logs that were added and for whatever nobody rang for. On the way the directory
 * of the doors is brought up to date.
 */
@StreamingUseCase
public class WakeDetection {

    private final DirectoryReading directory;
    private final StoreWatches watches;

    WakeDetection(DirectoryReading directory, StoreWatches watches) {
        this.directory = directory;
        this.watches = watches;
    }

    /** Logs that are known already are read also while the database is away. */
    @Requires(Permission.LOG_INGEST)
    public void wake() {
        try {
            directory.refresh();
        } finally {
            watches.know(directory.known());
            watches.wakeAll();
        }
    }
}
