package dev.cordon.application.detection;

import dev.cordon.domain.detection.intake.SensorDoor;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Transition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link SensorDoors} without a database. */
public final class InMemorySensorDoors implements SensorDoors {

    private final Map<StoreId, SensorDoor> doors = new LinkedHashMap<>();

    @Override
    public Optional<SensorDoor> of(StoreId store) {
        return Optional.ofNullable(doors.get(store));
    }

    @Override
    public List<SensorDoor> all() {
        return List.copyOf(doors.values());
    }

    @Override
    public void save(Transition<SensorDoor> change) {
        var door = change.state();
        if (door.isOpen()) {
            doors.put(door.store(), door);
        } else {
            doors.remove(door.store());
        }
    }
}
