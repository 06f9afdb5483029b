package dev.cordon.application.store;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.inventory.Baseline;
import java.time.InstantSource;

/** A person says that what was seen in a store may be there, and nothing else. */
@UseCase
public class ApproveBaseline {

    /**
     * @param seen the version of the baseline that was looked at; new where there was none
     * @param inventory the version of the inventory that was looked at
     * @param note why, and how it was looked at
     */
    public record Command(StoreId store, Version seen, long inventory, String note) {}

    private final Stores stores;
    private final Inventories inventories;
    private final Baselines baselines;
    private final Caller caller;
    private final InstantSource clock;

    ApproveBaseline(
            Stores stores,
            Inventories inventories,
            Baselines baselines,
            Caller caller,
            InstantSource clock) {
        this.stores = stores;
        this.inventories = inventories;
        this.baselines = baselines;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @throws IllegalArgumentException if there is no note
     * @throws StaleVersion if the inventory or the baseline is another one by now
     */
    @Requires(Permission.STORE_MANAGE)
    public void approve(Command command) {
        var store = stores.get(command.store(), caller.scope());
        var inventory = inventories.get(store.id(), command.inventory());
        var before = baselines.find(store.id(), command.seen());
        var by = caller.person();
        var now = clock.instant();
        baselines.save(
                before.map(
                                baseline ->
                                        baseline.approveAnew(
                                                inventory,
                                                command.inventory(),
                                                command.note(),
                                                by,
                                                now))
                        .orElseGet(
                                () ->
                                        Baseline.approve(
                                                inventory,
                                                command.inventory(),
                                                command.note(),
                                                by,
                                                now)));
    }
}
