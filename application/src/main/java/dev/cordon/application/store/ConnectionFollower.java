package dev.cordon.application.store;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.StoreAccess;

/** A feature that has to know at once by which ways a store is reached. */
public interface ConnectionFollower {

    /**
     * What is kept was changed. Called in the transaction that changes it, also when nothing of
     * this follower's is among it.
     */
    void changed(StoreId store, StoreAccess now);
}
