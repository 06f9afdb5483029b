package dev.cordon.application.detection;

import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StoreId;

/** The logs of a store that are watched together: those of a rehearsal never with the real ones. */
record StoreLogs(StoreId store, Mode mode) {

    static StoreLogs of(LogSource source) {
        return new StoreLogs(source.store(), source.mode());
    }

    boolean hold(LogSource source) {
        return of(source).equals(this);
    }
}
