package dev.cordon.application.store;

import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.store.Store;
import java.time.Instant;

/** Sees to it that a twin is a staging store in care. */
@Supporting
class Twins {

    private final Stores stores;

    Twins(Stores stores) {
        this.stores = stores;
    }

    /** Whether the twin is there for the caller, and staging. */
    boolean fit(Store.Profile profile, StoreScope scope) {
        var twin = profile.twin();
        return twin == null
                || stores.find(twin, scope).filter(store -> !store.isProduction()).isPresent();
    }

    /** Whatever store had it for a twin has none from now on. */
    void part(Store former, Actor by, Instant at) {
        stores.all(StoreScope.ALL).stream()
                .filter(store -> former.id().equals(store.twin()))
                .forEach(store -> stores.save(store.partFromTwin(by, at)));
    }
}
