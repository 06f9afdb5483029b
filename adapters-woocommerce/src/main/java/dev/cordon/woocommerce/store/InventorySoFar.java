package dev.cordon.woocommerce.store;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.Reason;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.domain.store.inventory.Inventory;
import dev.cordon.domain.store.inventory.InventoryItem;
import dev.cordon.domain.store.inventory.ItemKind;
import dev.cordon.domain.store.inventory.Sight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** An inventory while it is taken. */
final class InventorySoFar {

    private final List<InventoryItem> items = new ArrayList<>();
    private final Map<ItemKind, Sight> sights = new EnumMap<>(ItemKind.class);

    void whole(ItemKind kind, ConnectionKind by, List<InventoryItem> found) {
        items.addAll(found);
        sights.put(kind, Sight.whole(by));
    }

    void partly(ItemKind kind, ConnectionKind by, List<InventoryItem> found) {
        items.addAll(found);
        sights.put(kind, Sight.partly(by, ConnectionKind.SHELL));
    }

    void needs(ItemKind kind, ConnectionKind wanted) {
        sights.put(kind, Sight.needs(wanted));
    }

    void failed(ItemKind kind, ConnectionKind wanted, StoreFailure why) {
        sights.put(kind, Sight.failed(wanted, Reason.of(why).recorded()));
    }

    void answered(ItemKind kind, ConnectionKind by, StoreAnswer<List<InventoryItem>> answer) {
        switch (answer) {
            case StoreAnswer.Ok<List<InventoryItem>>(var found) -> whole(kind, by, found);
            case StoreAnswer.Failed<List<InventoryItem>>(var why) -> failed(kind, by, why);
        }
    }

    Inventory done(StoreId store, Instant at) {
        return Inventory.of(store, at, items, sights);
    }
}
