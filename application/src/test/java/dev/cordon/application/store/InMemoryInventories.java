package dev.cordon.application.store;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.inventory.Inventory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Inventories of one store. */
class InMemoryInventories implements Inventories {

    private final List<Inventory> versions = new ArrayList<>();
    private @Nullable Latest latest;

    @Override
    public Optional<Latest> latest(StoreId store) {
        return Optional.ofNullable(latest);
    }

    @Override
    public List<Kept> kept(StoreId store, int most) {
        var kept = new ArrayList<Kept>();
        for (int each = versions.size(); each > 0 && kept.size() < most; each--) {
            kept.add(new Kept(each, versions.get(each - 1).at()));
        }
        return kept;
    }

    @Override
    public Optional<Inventory> version(StoreId store, long version) {
        return version < 1 || version > versions.size()
                ? Optional.empty()
                : Optional.of(versions.get((int) version - 1));
    }

    @Override
    public long seen(Inventory inventory) {
        var known = latest == null ? null : latest.inventory();
        if (known == null || !inventory.shows(known)) {
            versions.add(inventory);
        }
        latest = new Latest(inventory.at(), versions.size(), inventory, null);
        return versions.size();
    }

    @Override
    public void stopped(StoreId store, String why, Instant at) {
        latest = new Latest(at, versions.size(), latest == null ? null : latest.inventory(), why);
    }
}
