package dev.cordon.application.store;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Page;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.inventory.Baseline;
import dev.cordon.domain.store.inventory.ChangedFile;
import dev.cordon.domain.store.inventory.Difference;
import dev.cordon.domain.store.inventory.Inventory;
import dev.cordon.domain.store.inventory.InventoryItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What there is in a store, what of it was approved, and how it differs. */
@Queries
public class InventoryQueries {

    private static final int MOST_VERSIONS = 50;

    /**
     * @param latest null before anybody looked
     * @param kept the versions, the newest first
     * @param baseline what was approved; null as long as nothing was
     * @param differences from it, the weightiest first
     * @param unjudged what could not be seen when the baseline was approved
     */
    public record Shown(
            Inventories.@Nullable Latest latest,
            List<Inventories.Kept> kept,
            @Nullable Baseline baseline,
            List<Difference> differences,
            List<InventoryItem> unjudged) {}

    private final Stores stores;
    private final Inventories inventories;
    private final Baselines baselines;
    private final ChangedFiles changed;
    private final Caller caller;

    InventoryQueries(
            Stores stores,
            Inventories inventories,
            Baselines baselines,
            ChangedFiles changed,
            Caller caller) {
        this.stores = stores;
        this.inventories = inventories;
        this.baselines = baselines;
        this.changed = changed;
        this.caller = caller;
    }

    @Requires(Permission.STORE_READ)
    public Shown inventory(StoreId id) {
        var store = stores.get(id, caller.scope());
        var latest = inventories.latest(store.id()).orElse(null);
        var kept = inventories.kept(store.id(), MOST_VERSIONS);
        var baseline = baselines.find(store.id()).orElse(null);
        var seen = latest == null ? null : latest.inventory();
        return baseline == null || seen == null
                ? new Shown(latest, kept, baseline, List.of(), List.of())
                : new Shown(
                        latest,
                        kept,
                        baseline,
                        baseline.differences(seen),
                        baseline.unjudged(seen));
    }

    /** What was seen then. */
    @Requires(Permission.STORE_READ)
    public Inventory version(StoreId id, long version) {
        var store = stores.get(id, caller.scope());
        return inventories
                .version(store.id(), version)
                .orElseThrow(() -> new NotFound("inventory " + version + " of store " + id));
    }

    /**
     * The files that changed since an area of files was approved, by their paths.
     *
     * @param area the id of an item of files
     */
    @Requires(Permission.STORE_READ)
    public Page<ChangedFile> changedFiles(StoreId id, String area, Page.Request page) {
        return changed.list(stores.get(id, caller.scope()).id(), area, page);
    }

    /** How many these are. */
    @Requires(Permission.STORE_READ)
    public long countChangedFiles(StoreId id, String area) {
        return changed.count(stores.get(id, caller.scope()).id(), area);
    }
}
