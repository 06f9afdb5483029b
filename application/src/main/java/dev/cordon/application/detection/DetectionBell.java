package dev.cordon.application.detection;

import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StoreId;

/**
 * Wakes whoever runs detection: there is something to read for a store. Rung by every door that
 * took lines; nobody waits for what detection makes of them.
 */
public interface DetectionBell {

    /** Returns at once; rung several times before somebody comes, it counts once. */
    void ring(StoreId store, Mode mode);
}
