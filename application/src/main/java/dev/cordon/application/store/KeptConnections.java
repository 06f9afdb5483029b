package dev.cordon.application.store;

import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.StoreAccess;
import java.util.List;
import java.util.function.UnaryOperator;

/** The ways into stores, with those who have to know of a change. */
@Supporting
class KeptConnections {

    private final StoreCredentials credentials;
    private final List<ConnectionFollower> followers;

    KeptConnections(StoreCredentials credentials, List<ConnectionFollower> followers) {
        this.credentials = credentials;
        this.followers = followers;
    }

    StoreAccess of(StoreId store) {
        return credentials.of(store);
    }

    void change(StoreId store, UnaryOperator<StoreAccess> change) {
        put(store, change.apply(credentials.of(store)));
    }

    void put(StoreId store, StoreAccess access) {
        credentials.put(store, access);
        followers.forEach(each -> each.changed(store, access));
    }
}
