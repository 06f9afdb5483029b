package dev.cordon.application.store;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.inventory.Difference;
import java.time.InstantSource;
import java.util.Set;

/** A person says that some differences from the baseline may be. */
@UseCase
public class AcceptDifferences {

    /**
     * @param seen the version of the baseline that was looked at
     * @param inventory the version of the inventory that was looked at
     * @param differences {@link Difference#name}
     * @param note why
     */
    public record Command(
            StoreId store, Version seen, long inventory, Set<String> differences, String note) {

        public Command {
            differences = Set.copyOf(differences);
        }
    }

    private final Stores stores;
    private final Inventories inventories;
    private final Baselines baselines;
    private final Caller caller;
    private final InstantSource clock;

    AcceptDifferences(
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
     * @throws IllegalArgumentException if nothing is chosen, or there is no note
     * @throws StaleVersion if the inventory or the baseline is another one by now
     */
    @Requires(Permission.STORE_MANAGE)
    public void accept(Command command) {
        var store = stores.get(command.store(), caller.scope());
        var inventory = inventories.get(store.id(), command.inventory());
        var baseline =
                baselines
                        .find(store.id(), command.seen())
                        .orElseThrow(() -> new NotFound("baseline of store " + store.id()));
        var chosen =
                baseline.differences(inventory).stream()
                        .filter(each -> command.differences().contains(each.name()))
                        .toList();
        baselines.save(
                baseline.accept(
                        chosen,
                        command.inventory(),
                        command.note(),
                        caller.person(),
                        clock.instant()));
    }
}
