package dev.cordon.application.detection;

import dev.cordon.domain.detection.intake.SensorDoor;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Transition;
import java.util.List;
import java.util.Optional;

/** Where the sensor plugins of stores come in; a copy of their keys that opens without the rest. */
public interface SensorDoors {

    Optional<SensorDoor> of(StoreId store);

    /** Those that are open. */
    List<SensorDoor> all();

    /** Keeps it as it is now; a closed one is forgotten. */
    void save(Transition<SensorDoor> change);
}
