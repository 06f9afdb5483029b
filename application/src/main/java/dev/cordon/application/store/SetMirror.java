package dev.cordon.application.store;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.mirror.MirrorPosition;
import java.time.InstantSource;

/**
 * Says that a store's orders and customers are mirrored, what for, for how long, and by whom. For a
 * longer time than before, the store is read anew.
 */
@UseCase
public class SetMirror {

    /**
     * @param owner a person or a role
     * @param days orders that were placed longer ago are not kept
     * @param told whether the store is to tell changes at once
     */
    public record Command(
            StoreId store, Version seen, String owner, String purpose, int days, boolean told) {}

    private final Stores stores;
    private final MirrorPlans plans;
    private final OrderMirror mirror;
    private final Caller caller;
    private final InstantSource clock;

    SetMirror(
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
     * @throws IllegalArgumentException if a part is missing, too long or out of bounds
     */
    @Requires(Permission.STORE_MANAGE)
    public void set(Command command) {
        var store = stores.get(command.store(), caller.scope());
        var plan = plans.of(store.id());
        if (!plan.version().equals(command.seen())) {
            throw new StaleVersion("mirror of store " + store.id(), command.seen());
        }
        var now = clock.instant();
        var next =
                plan.set(
                        command.owner(),
                        command.purpose(),
                        command.days(),
                        command.told(),
                        caller.actor(),
                        now);
        plans.save(next);
        if (mirror.state(store.id()).isPresent() && command.days() > plan.days()) {
            var older = MirrorPosition.at(next.state().oldest(now));
            mirror.reached(store.id(), older, false, now);
        }
    }
}
