package dev.cordon.ui.store;

import dev.cordon.application.store.StoreQueries;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StoreId;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** The zone in which a store's people, and its authority, count. */
@Component
public class StoreZones {

    private final StoreQueries stores;

    StoreZones(StoreQueries stores) {
        this.stores = stores;
    }

    /** UTC where the viewer may not read the store. */
    public ZoneId of(StoreId id) {
        try {
            return stores.store(id).store().zone();
        } catch (NotFound e) {
            return ZoneOffset.UTC;
        }
    }
}
