package dev.cordon.application.store;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;

/** Ends the mirror of a store: all of it is deleted, at once and for good. */
@UseCase
public class EndMirror {

    public record Command(StoreId store, Version seen, String reason) {}

    private final Stores stores;
    private final MirrorPlans plans;
    private final OrderMirror mirror;
    private final Caller caller;
    private final InstantSource clock;

    EndMirror(
            Stores stores,
            MirrorPlans plans,
            OrderMirror mirror,
            Caller caller,
            InstantSource clock) {
        this.stores = stores;
        this.plans = plans;
        this.mirror = mirror;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @throws IllegalTransition if nothing is mirrored
     */
    @Requires(Permission.STORE_MANAGE)
    public void end(Command command) {
        var store = stores.get(command.store(), caller.scope());
        var plan = plans.of(store.id());
        if (!plan.version().equals(command.seen())) {
            throw new StaleVersion("mirror of store " + store.id(), command.seen());
        }
        plans.save(plan.end(command.reason(), caller.actor(), clock.instant()));
        mirror.end(store.id());
    }
}
