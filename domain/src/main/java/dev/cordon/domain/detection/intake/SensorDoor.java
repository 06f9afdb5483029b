package dev.cordon.domain.detection.intake;

import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.DomainEvent;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Transition;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Where a store's sensor plugin comes in: what opens the door, at hand without the database.
 *
 * @param id what the secrets are sealed for
 * @param sealed the secrets that are good, the newest first; none if the door is closed
 */
public record SensorDoor(UUID id, SourceId source, StoreId store, List<String> sealed) {

    public SensorDoor {
        sealed = List.copyOf(sealed);
    }

    /** Opens the door for these secrets, and for no others. */
    public static Transition<SensorDoor> open(SensorDoor door, Actor by, Instant at) {
        return Transition.to(door, new SensorDoorSet(door, at, by));
    }

    public Transition<SensorDoor> close(Actor by, Instant at) {
        var closed = new SensorDoor(id, source, store, List.of());
        return Transition.to(closed, new SensorDoorSet(closed, at, by));
    }

    public boolean isOpen() {
        return !sealed.isEmpty();
    }

    @Override
    public String toString() {
        return "sensor's door " + source;
    }

    /** A store's sensor has another secret, or none. */
    public record SensorDoorSet(SensorDoor door, Instant at, Actor by) implements DomainEvent {}
}
