package dev.cordon.infra.persistence.store;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.inventory.Inventory;
import dev.cordon.domain.store.inventory.InventoryItem;
import dev.cordon.domain.store.inventory.ItemKind;
import dev.cordon.domain.store.inventory.Sight;
import dev.cordon.domain.store.inventory.Trait;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Inventories as JSON. */
final class InventoryJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private InventoryJson() {}

    private record Item(ItemKind kind, String id, String name, Map<Trait, String> traits) {

        static Item of(InventoryItem item) {
            return new Item(item.kind(), item.key().id(), item.name(), item.traits());
        }

        InventoryItem toDomain() {
            return new InventoryItem(new InventoryItem.Key(kind, id), name, traits);
        }
    }

    private record Seen(Instant at, List<Item> items, Map<ItemKind, Sight> sights) {}

    static String seen(Inventory inventory) {
        return JSON.writeValueAsString(
                new Seen(
                        inventory.at(),
                        inventory.items().values().stream().map(Item::of).toList(),
                        inventory.sights()));
    }

    static Inventory seen(StoreId store, String json) {
        var seen = JSON.readValue(json, Seen.class);
        return Inventory.of(
                store,
                seen.at(),
                seen.items().stream().map(Item::toDomain).toList(),
                seen.sights());
    }

    static String items(Collection<InventoryItem> items) {
        return JSON.writeValueAsString(items.stream().map(Item::of).toList());
    }

    static List<InventoryItem> items(String json) {
        return JSON.readValue(json, new TypeReference<List<Item>>() {}).stream()
                .map(Item::toDomain)
                .toList();
    }

    static String sights(Map<ItemKind, Sight> sights) {
        return JSON.writeValueAsString(sights);
    }

    static Map<ItemKind, Sight> sights(String json) {
        return JSON.readValue(json, new TypeReference<Map<ItemKind, Sight>>() {});
    }
}
