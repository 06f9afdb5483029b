package dev.cordon.ui.store;

import dev.cordon.application.store.StoreQueries;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.Store;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How stores are called. */
@Component
public class StoreNames {

    private final StoreQueries stores;

    StoreNames(StoreQueries stores) {
        this.stores = stores;
    }

    /** Every store that the viewer may read, in the order of their names. */
    public Map<StoreId, String> all() {
        var names = new LinkedHashMap<StoreId, String>();
        stores.stores().stream()
                .map(StoreQueries.StoreDetail::store)
                .sorted(Comparator.comparing(Store::name))
                .forEach(store -> names.put(store.id(), store.name()));
        return names;
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
