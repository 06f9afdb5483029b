package dev.cordon.ui.store;

import dev.cordon.application.store.StoreQueries;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StoreId;
import org.springframework.stereotype.Component;

/** How stores are called. */
@Component
public class StoreNames {

    private final StoreQueries stores;

    StoreNames(StoreQueries stores) {
        this.stores = stores;
    }

    /** The id where the viewer may not read the store itself. */
    public String of(StoreId id) {
        try {
            return stores.store(id).store().name();
        } catch (NotFound e) {
            return id.toString();
        }
    }
}
