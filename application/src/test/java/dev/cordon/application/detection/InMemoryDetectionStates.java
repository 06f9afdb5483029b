package dev.cordon.application.detection;

import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StoreId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@link DetectionStates} without a disk. */
public final class InMemoryDetectionStates implements DetectionStates {

    private final Map<StoreLogs, byte[]> states = new HashMap<>();

    @Override
    public Optional<byte[]> load(StoreId store, Mode mode) {
        return Optional.ofNullable(states.get(new StoreLogs(store, mode)));
    }

    @Override
    public void save(StoreId store, Mode mode, byte[] state) {
        states.put(new StoreLogs(store, mode), state);
    }

    public int count() {
        return states.size();
    }
}
