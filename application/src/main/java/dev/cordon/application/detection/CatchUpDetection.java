package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.people.Permission;

/**
 * Lets detection read whatever it has not read yet: after a start, what came in before the program
 * ended; later, what could not be stored the first time. Doing it again does nothing.
 */
@StreamingUseCase
public class CatchUpDetection {

    private final LogSources sources;
    private final StoreWatches watches;
    private final Caller caller;

    CatchUpDetection(LogSources sources, StoreWatches watches, Caller caller) {
        this.sources = sources;
        this.watches = watches;
        this.caller = caller;
    }

    @Requires(Permission.LOG_INGEST)
    public void catchUp() {
        watches.catchUp(sources.all(caller.scope()));
    }
}
