package dev.cordon.domain.store.inventory;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.inventory.InventoryItem.Key;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was seen in a store.
 *
 * @param sights how much was seen of each kind; there is one for each
 */
public record Inventory(
        StoreId store,
        Instant at,
        SortedMap<Key, InventoryItem> items,
        Map<ItemKind, Sight> sights) {

    public Inventory {
        items = Collections.unmodifiableSortedMap(new TreeMap<>(items));
        var all = new EnumMap<ItemKind, Sight>(ItemKind.class);
        for (var kind : ItemKind.values()) {
            all.put(kind, sights.getOrDefault(kind, Sight.needs(ConnectionKind.SHELL)));
        }
        sights = Collections.unmodifiableMap(all);
    }

    public static Inventory of(
            StoreId store,
            Instant at,
            Collection<InventoryItem> items,
            Map<ItemKind, Sight> sights) {
        var sorted = new TreeMap<Key, InventoryItem>();
        items.forEach(item -> sorted.put(item.key(), item));
        return new Inventory(store, at, sorted, sights);
    }

    /** Of each kind what the better sight saw; this one's where both saw as much. */
    public Inventory or(Inventory other) {
        var both = new EnumMap<ItemKind, Sight>(ItemKind.class);
        var all = new TreeMap<Key, InventoryItem>();
        for (var kind : ItemKind.values()) {
            var better = sight(kind).isAtLeast(other.sight(kind)) ? this : other;
            both.put(kind, better.sight(kind));
            better.items(kind).forEach(item -> all.put(item.key(), item));
        }
        return new Inventory(store, at, all, both);
    }

    /** With these of that kind, in the place of what it had. */
    public Inventory with(ItemKind kind, Collection<InventoryItem> found, Sight sight) {
        var all = new TreeMap<>(items);
        all.keySet().removeIf(key -> key.kind() == kind);
        found.forEach(item -> all.put(item.key(), item));
        var others = new EnumMap<>(sights);
        others.put(kind, sight);
        return new Inventory(store, at, all, others);
    }

    /**
     * With who and when, as far as the store's sensor reported it; else as it was known before.
     *
     * @param reports in their order
     * @param known what was seen last, or null
     */
    public Inventory reported(List<SensorReport> reports, @Nullable Inventory known) {
        var all = new TreeMap<Key, InventoryItem>();
        for (var item : items.values()) {
            var before = known == null ? null : known.items.get(item.key());
            var told = before == null ? item : withReport(item, before);
            for (var report : reports) {
                told = report.explains(item) ? report.on(told) : told;
            }
            all.put(told.key(), told);
        }
        return new Inventory(store, at, all, sights);
    }

    private static InventoryItem withReport(InventoryItem item, InventoryItem before) {
        var told = item;
        for (var trait : List.of(Trait.SENSOR_SAW, Trait.SENSOR_ACTOR, Trait.SENSOR_TIME)) {
            var value = before.get(trait);
            told = value == null ? told : told.with(trait, value);
        }
        return told;
    }

    public Sight sight(ItemKind kind) {
        return sights.getOrDefault(kind, Sight.needs(ConnectionKind.SHELL));
    }

    /** Sorted. */
    public List<InventoryItem> items(ItemKind kind) {
        return items.values().stream().filter(item -> item.kind() == kind).toList();
    }

    /** Whether nothing was seen at all. */
    public boolean isBlind() {
        return sights.values().stream().allMatch(Sight::isBlind);
    }

    /** Why nothing, or not everything, was seen: each reason once. */
    public List<String> troubles() {
        return sights.values().stream()
                .map(Sight::trouble)
                .filter(trouble -> trouble != null)
                .distinct()
                .collect(Collectors.toList());
    }

    /** Whether the same was seen, apart from what changes by mere use. */
    public boolean shows(Inventory other) {
        return sights.equals(other.sights) && watched().equals(other.watched());
    }

    private Map<Key, Map<Trait, String>> watched() {
        var kept = new TreeMap<Key, Map<Trait, String>>();
        items.forEach(
                (key, item) -> {
                    var traits = new EnumMap<Trait, String>(Trait.class);
                    item.traits()
                            .forEach(
                                    (trait, value) -> {
                                        if (trait.isWatched()) {
                                            traits.put(trait, value);
                                        }
                                    });
                    kept.put(key, traits);
                });
        return kept;
    }
}
