package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.application.store.ConnectionFollower;
import dev.cordon.domain.detection.intake.SensorDoor;
import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.detection.sensor.Rhythm;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.store.SensorKey;
import dev.cordon.domain.store.StoreAccess;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;

/** Opens the door of a store's sensor for the secrets that are kept, and closes it without any. */
@Supporting
class SensorDoorKeeping implements ConnectionFollower {

    /** It speaks each minute that somebody visits the shop. */
    private static final Rhythm RHYTHM = new Rhythm(Duration.ofHours(1));

    private final SensorDoors doors;
    private final LogSources sources;
    private final SensorPlans plans;
    private final SecretSeal seal;
    private final Caller caller;
    private final Ids ids;
    private final InstantSource clock;

    SensorDoorKeeping(
            SensorDoors doors,
            LogSources sources,
            SensorPlans plans,
            SecretSeal seal,
            Caller caller,
            Ids ids,
            InstantSource clock) {
        this.doors = doors;
        this.sources = sources;
        this.plans = plans;
        this.seal = seal;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void changed(StoreId store, StoreAccess now) {
        var door = doors.of(store);
        var key = now.sensor();
        if (key == null) {
            door.ifPresent(open -> doors.save(open.close(caller.actor(), clock.instant())));
        } else if (door.filter(open -> opened(open).equals(key.secrets())).isEmpty()) {
            open(store, key);
        }
    }

    private List<String> opened(SensorDoor door) {
        return door.sealed().stream().map(each -> seal.open(door.id(), each)).toList();
    }

    private void open(StoreId store, SensorKey key) {
        var source = source(store);
        var id = ids.next();
        var sealed = key.secrets().stream().map(each -> seal.seal(id, each)).toList();
        doors.save(
                SensorDoor.open(
                        new SensorDoor(id, source, store, sealed),
                        caller.actor(),
                        clock.instant()));
    }

    /** Its log stays when the key goes: what it told is kept. */
    private SourceId source(StoreId store) {
        var id = new SourceId(SensorKey.door(store));
        if (sources.find(id, StoreScope.ALL).isEmpty()) {
            var source =
                    new LogSource(
                            id,
                            store,
                            "Sensor plugin",
                            LogFormat.of("events"),
                            ZoneOffset.UTC,
                            Mode.LIVE);
            var now = clock.instant();
            sources.save(LogSource.add(source, caller.actor(), now));
            plans.save(
                    plans.of(source)
                            .expect(
                                    RHYTHM,
                                    null,
                                    "The sensor plugin speaks whenever somebody visits the shop.",
                                    caller.actor(),
                                    now));
        }
        return id;
    }
}
