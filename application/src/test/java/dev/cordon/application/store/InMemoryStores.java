package dev.cordon.application.store;

import dev.cordon.domain.kernel.DomainEvent;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreUrl;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link Stores} without a database. */
public final class InMemoryStores implements Stores {

    private final Map<StoreId, Store> stores = new LinkedHashMap<>();
    private final List<DomainEvent> announced = new ArrayList<>();

    @Override
    public Optional<Store> find(StoreId id, StoreScope scope) {
        return scope.covers(id) ? Optional.ofNullable(stores.get(id)) : Optional.empty();
    }

    @Override
    public List<Store> all(StoreScope scope) {
        return stores.values().stream()
                .filter(store -> scope.covers(store.id()))
                .sorted(Comparator.comparing(Store::name))
                .toList();
    }

    @Override
    public boolean hasStoreAt(StoreUrl url) {
        return stores.values().stream().anyMatch(store -> store.url().equals(url));
    }

    @Override
    public void save(Transition<Store> change) {
        var given = change.state();
        var kept = stores.get(given.id());
        var now = kept == null ? Version.NEW : kept.version();
        if (!now.equals(given.version())) {
            throw new StaleVersion("store " + given.id(), given.version());
        }
        stores.put(given.id(), at(given, now.next()));
        announced.addAll(change.events());
    }

    /** Every fact saved so far, in order. */
    public List<DomainEvent> announced() {
        return List.copyOf(announced);
    }

    private static Store at(Store store, Version version) {
        return new Store(
                store.id(),
                store.name(),
                store.url(),
                store.environment(),
                store.zone(),
                store.language(),
                store.contact(),
                store.twin(),
                version);
    }
}
