package dev.cordon.application.detection;

import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StoreId;
import java.io.IOException;
import java.util.Optional;

/** What the engine of each store knew when it was last saved. */
public interface DetectionStates {

    /** Empty if none was saved. */
    Optional<byte[]> load(StoreId store, Mode mode) throws IOException;

    /** In the place of the one before, whole or not at all, and safe when this returns. */
    void save(StoreId store, Mode mode, byte[] state) throws IOException;
}
