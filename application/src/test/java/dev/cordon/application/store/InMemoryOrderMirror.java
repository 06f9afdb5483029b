package dev.cordon.application.store;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.StoreCustomer;
import dev.cordon.domain.store.Window;
import dev.cordon.domain.store.mirror.AccountReading;
import dev.cordon.domain.store.mirror.MirrorPosition;
import dev.cordon.domain.store.mirror.MirrorState;
import dev.cordon.domain.store.mirror.MirroredOrder;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

final class InMemoryOrderMirror implements OrderMirror {

    private final Map<StoreId, Kept> stores = new HashMap<>();

    private static final class Kept {
        final TreeMap<Long, MirroredOrder> orders = new TreeMap<>();
        final TreeMap<Long, StoreCustomer> customers = new TreeMap<>();
        MirrorPosition position = MirrorPosition.at(Instant.EPOCH);
        @Nullable Instant caughtUpAt;
        @Nullable Instant customersAt;
        @Nullable AccountReading accounts;
        @Nullable String stoppedBy;
        @Nullable Instant stoppedAt;
    }

    private Kept of(StoreId store) {
        return stores.computeIfAbsent(store, _ -> new Kept());
    }

    @Override
    public Optional<MirrorState> state(StoreId store) {
        return Optional.ofNullable(stores.get(store))
                .map(
                        kept ->
                                new MirrorState(
                                        kept.position,
                                        kept.orders.size(),
                                        kept.customers.size(),
                                        kept.caughtUpAt,
                                        kept.customersAt,
                                        kept.accounts,
                                        kept.stoppedBy,
                                        kept.stoppedAt));
    }

    @Override
    public void reached(StoreId store, MirrorPosition position, boolean caughtUp, Instant at) {
        var kept = of(store);
        kept.position = position;
        kept.stoppedBy = null;
        kept.stoppedAt = null;
        kept.caughtUpAt = caughtUp ? at : kept.caughtUpAt;
    }

    @Override
    public void stopped(StoreId store, String why, Instant at) {
        var kept = of(store);
        kept.stoppedBy = why;
        kept.stoppedAt = at;
    }

    @Override
    public int keep(StoreId store, List<MirroredOrder> orders) {
        int changed = 0;
        for (var order : orders) {
            var before = of(store).orders.get(order.order().id());
            if (before == null || before.modifiedAt().isBefore(order.modifiedAt())) {
                changed++;
            }
            if (before == null || !before.modifiedAt().isAfter(order.modifiedAt())) {
                of(store).orders.put(order.order().id(), order);
            }
        }
        return changed;
    }

    @Override
    public void keepCustomers(StoreId store, List<StoreCustomer> customers, Instant seenAt) {
        customers.forEach(each -> of(store).customers.put(each.id(), each));
    }

    @Override
    public void customersReached(StoreId store, AccountReading reading) {
        of(store).accounts = reading;
    }

    @Override
    public void customersRead(StoreId store, Instant seenAt) {
        of(store).customersAt = seenAt;
        of(store).accounts = null;
    }

    @Override
    public void orders(StoreId store, Window window, Consumer<List<MirroredOrder>> sink) {
        sink.accept(
                of(store).orders.values().stream()
                        .filter(each -> window.contains(each.order().createdAt()))
                        .toList());
    }

    @Override
    public void customers(StoreId store, Consumer<List<StoreCustomer>> sink) {
        sink.accept(List.copyOf(of(store).customers.values()));
    }

    @Override
    public int forget(StoreId store, Instant before) {
        int kept = of(store).orders.size();
        of(store).orders.values().removeIf(each -> each.order().createdAt().isBefore(before));
        return kept - of(store).orders.size();
    }

    @Override
    public void end(StoreId store) {
        stores.remove(store);
    }
}
