package dev.cordon.application.store;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.mirror.MirrorPlan;
import dev.cordon.domain.store.mirror.MirrorState;
import dev.cordon.domain.store.mirror.WebhooksState;
import org.jspecify.annotations.Nullable;

/** Whether a store is mirrored, and how far. */
@Queries
public class MirrorQueries {

    /**
     * @param state null before the first reading
     * @param webhooks how those are by which the store tells changes
     */
    public record Mirror(MirrorPlan plan, @Nullable MirrorState state, WebhooksState webhooks) {}

    private final Stores stores;
    private final MirrorPlans plans;
    private final OrderMirror mirror;
    private final MirrorWebhooks webhooks;
    private final Caller caller;

    MirrorQueries(
            Stores stores,
            MirrorPlans plans,
            OrderMirror mirror,
            MirrorWebhooks webhooks,
            Caller caller) {
        this.stores = stores;
        this.plans = plans;
        this.mirror = mirror;
        this.webhooks = webhooks;
        this.caller = caller;
    }

    @Requires(Permission.STORE_READ)
    public Mirror mirror(StoreId id) {
        var store = stores.get(id, caller.scope());
        return new Mirror(
                plans.of(store.id()),
                mirror.state(store.id()).orElse(null),
                webhooks.state(store.id()));
    }
}
