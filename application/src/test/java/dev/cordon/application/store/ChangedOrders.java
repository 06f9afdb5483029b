package dev.cordon.application.store;

import dev.cordon.domain.store.StoreCustomer;
import dev.cordon.domain.store.StoreOrder;
import dev.cordon.domain.store.mirror.MirroredOrder;
import dev.cordon.domain.store.mirror.OrderPage;
import dev.cordon.domain.store.mirror.OrderQuery;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.TreeMap;

/**
 * Orders that change, told as WooCommerce tells them: times in whole seconds, those of one second
 * in no certain order, everything behind an order that changes one place further on.
 */
public final class ChangedOrders {

    private final TreeMap<Long, MirroredOrder> orders = new TreeMap<>();

    /** The order is new, or is changed, at that moment; no order is changed in its own past. */
    public void change(long id, Instant created, Instant moment, String status) {
        var before = orders.get(id);
        var modified =
                before != null && before.modifiedAt().isAfter(moment)
                        ? before.modifiedAt()
                        : moment;
        var buyer =
                new StoreCustomer(id, "p" + id + "@example.com", "P", "" + id, "DE", "DE-HH", null);
        var order = new StoreOrder(id, "" + id, status, created, buyer, "192.0.2.1");
        orders.put(
                id, new MirroredOrder(order, modified.truncatedTo(ChronoUnit.SECONDS), "stripe"));
    }

    public java.util.Collection<MirroredOrder> all() {
        return orders.values();
    }

    OrderPage page(OrderQuery query, int size) {
        var until = query.modifiedUntil();
        var found =
                orders.values().stream()
                        .filter(each -> !each.order().createdAt().isBefore(query.createdFrom()))
                        .filter(each -> !each.modifiedAt().isBefore(query.modifiedFrom()))
                        .filter(each -> until == null || each.modifiedAt().isBefore(until))
                        .sorted(sorted(query.by()))
                        .skip(query.offset())
                        .limit(size)
                        .toList();
        return new OrderPage(found, found.size() >= size);
    }

    /** Within a second, MySQL answers in another order than that of the ids. */
    private static Comparator<MirroredOrder> sorted(OrderQuery.Sorting by) {
        Comparator<MirroredOrder> byId = Comparator.comparingLong(each -> each.order().id());
        return switch (by) {
            case ID -> byId;
            case MODIFIED ->
                    Comparator.comparing(MirroredOrder::modifiedAt)
                            .thenComparing(each -> Long.reverse(each.order().id()))
                            .thenComparing(byId);
        };
    }
}
