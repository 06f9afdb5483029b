package dev.cordon.application.store;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.mirror.MirrorPlan;
import dev.cordon.domain.store.mirror.MirrorState;
import org.jspecify.annotations.Nullable;

/** Whether a store is mirrored, and how far. */
@Queries
public class MirrorQueries {

    /**
     * @param state null before the first reading
     */
    public record Mirror(MirrorPlan plan, @Nullable MirrorState state) {}

    private final Stores stores;
    private final MirrorPlans plans;
    private final OrderMirror mirror;
    private final Caller caller;

    MirrorQueries(Stores stores, MirrorPlans plans, OrderMirror mirror, Caller caller) {
        this.stores = stores;
        this.plans = plans;
        this.mirror = mirror;
        this.caller = caller;
    }

    @Requires(Permission.STORE_READ)
    public Mirror mirror(StoreId id) {
        var store = stores.get(id, caller.scope());
        return new Mirror(plans.of(store.id()), mirror.state(store.id()).orElse(null));
    }
}
