package dev.cordon.domain.store.inventory;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that there is in a store.
 *
 * @param name for people
 */
public record InventoryItem(Key key, String name, Map<Trait, String> traits)
        implements Comparable<InventoryItem> {

    /**
     * Names an item within its store.
     *
     * @param id as the store names it, the same whichever way it was seen
     */
    public record Key(ItemKind kind, String id) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int kinds = kind.compareTo(other.kind);
            return kinds != 0 ? kinds : id.compareTo(other.id);
        }

        @Override
        public String toString() {
            return kind + " " + id;
        }
    }

    public InventoryItem {
        var sorted = new EnumMap<Trait, String>(Trait.class);
        sorted.putAll(traits);
        traits = Collections.unmodifiableMap(sorted);
    }

    public static InventoryItem of(ItemKind kind, String id, String name) {
        return new InventoryItem(new Key(kind, id), name, Map.of());
    }

    /** With that trait too. */
    public InventoryItem with(Trait trait, String value) {
        var more = new EnumMap<Trait, String>(Trait.class);
        more.putAll(traits);
        more.put(trait, value);
        return new InventoryItem(key, name, more);
    }

    public @Nullable String get(Trait trait) {
        return traits.get(trait);
    }

    public boolean is(Trait trait, String value) {
        return value.equals(traits.get(trait));
    }

    public ItemKind kind() {
        return key.kind();
    }

    @Override
    public int compareTo(InventoryItem other) {
        return key.compareTo(other.key);
    }
}
