package dev.cordon.application.store;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.inventory.Inventory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link Inventories} without a database. */
class InMemoryInventories implements Inventories {

    private final Map<StoreId, List<Inventory>> versions = new HashMap<>();
    private final Map<StoreId, Latest> latest = new HashMap<>();

    private List<Inventory> versions(StoreId store) {
        return versions.computeIfAbsent(store, _ -> new ArrayList<>());
    }

    @Override
    public Optional<Latest> latest(StoreId store) {
        return Optional.ofNullable(latest.get(store));
    }

    @Override
    public List<Kept> kept(StoreId store, int most) {
        var kept = new ArrayList<Kept>();
        for (int each = versions(store).size(); each > 0 && kept.size() < most; each--) {
            kept.add(new Kept(each, versions(store).get(each - 1).at()));
        }
        return kept;
    }

    @Override
    public Optional<Inventory> version(StoreId store, long version) {
        return version < 1 || version > versions(store).size()
                ? Optional.empty()
                : Optional.of(versions(store).get((int) version - 1));
    }

    @Override
    public long seen(Inventory inventory) {
        var all = versions(inventory.store());
        var known = latest(inventory.store()).map(Latest::inventory);
        if (known.isEmpty() || !inventory.shows(known.get())) {
            all.add(inventory);
        }
        latest.put(inventory.store(), new Latest(inventory.at(), all.size(), inventory, null));
        return all.size();
    }

    @Override
    public void stopped(StoreId store, String why, Instant at) {
        var known = latest(store).map(Latest::inventory).orElse(null);
        latest.put(store, new Latest(at, versions(store).size(), known, why));
    }
}
