package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.application.store.StoreCredentials;
import dev.cordon.application.store.Stores;
import dev.cordon.domain.detection.intake.SensorDoor;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets a sensor's former secret once its plugin has signed with the newer one. */
@Supporting
class SensorKeyTakeOver {

    private static final Logger LOG = LoggerFactory.getLogger(SensorKeyTakeOver.class);

    private final Stores stores;
    private final StoreCredentials credentials;
    private final SensorDoorKeeping keeping;
    private final UnitOfWork work;
    private final Caller caller;
    private final InstantSource clock;

    SensorKeyTakeOver(
            Stores stores,
            StoreCredentials credentials,
            SensorDoorKeeping keeping,
            UnitOfWork work,
            Caller caller,
            InstantSource clock) {
        this.stores = stores;
        this.credentials = credentials;
        this.keeping = keeping;
        this.work = work;
        this.caller = caller;
        this.clock = clock;
    }

    /** What cannot be stored now is the next time; the events are safe already. */
    void settle(SensorDoor door) {
        try {
            work.run(() -> settle(door.store()));
        } catch (RuntimeException away) {
            LOG.warn(
                    "the former secret of a sensor is good for a little longer store={}: {}",
                    door.store(),
                    away.toString());
        }
    }

    private void settle(StoreId store) {
        var access = credentials.of(store);
        var key = access.sensor();
        if (key != null && key.former() != null) {
            stores.save(
                    stores.get(store, StoreScope.ALL)
                            .settleSensor(caller.actor(), clock.instant()));
            var settled = access.and(key.settled());
            credentials.put(store, settled);
            keeping.changed(store, settled);
        }
    }
}
