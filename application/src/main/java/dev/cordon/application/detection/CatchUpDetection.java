package dev.cordon.application.detection;

import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.Permission;

/**
 * Lets detection read what it has not read yet of a store's logs, and store what that shows. Doing
 * it again does nothing.
 */
@StreamingUseCase
public class CatchUpDetection {

    /** The logs of a store that are watched together. */
    public record Command(StoreId store, Mode mode) {}

    private final StoreWatches watches;

    CatchUpDetection(StoreWatches watches) {
        this.watches = watches;
    }

    /**
     * @return whether all is read and stored; if not, the lines are safe and the next call goes on
     */
    @Requires(Permission.LOG_INGEST)
    public boolean catchUp(Command command) {
        return watches.catchUp(new StoreLogs(command.store(), command.mode()));
    }
}
