package dev.cordon.infra.http.store;

import dev.cordon.application.store.Inventories;
import dev.cordon.application.store.InventoryQueries;
import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.Reason;
import dev.cordon.domain.store.inventory.Baseline;
import dev.cordon.domain.store.inventory.Difference;
import dev.cordon.domain.store.inventory.Inventory;
import dev.cordon.domain.store.inventory.InventoryItem;
import dev.cordon.domain.store.inventory.ItemKind;
import dev.cordon.domain.store.inventory.Sight;
import dev.cordon.domain.store.inventory.Trait;
import dev.cordon.domain.store.inventory.Weight;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What there is in a store, as sent.
 *
 * @param lookedAt when it was looked at last; null before the first time
 * @param version of what was seen last, from 1; 0 before anything was seen
 * @param stoppedBy why the last look showed nothing; null if it did
 * @param items what was seen last
 * @param sights how much was seen of each kind; what was not seen is not absent
 * @param versions when something else was seen, the newest first
 * @param baseline null as long as nothing was approved
 * @param differences from what was approved, the weightiest first
 * @param unjudged what could not be seen when the baseline was approved
 */
record InventoryJson(
        @Nullable Instant lookedAt,
        long version,
        @Nullable String stoppedBy,
        List<InventoryItemJson> items,
        List<InventorySightJson> sights,
        List<InventoryVersionJson> versions,
        @Nullable BaselineJson baseline,
        List<InventoryDifferenceJson> differences,
        List<InventoryItemJson> unjudged) {

    /**
     * What was approved.
     *
     * @param inventory the version that was looked at
     */
    record BaselineJson(long inventory, String note, String by, Instant at) {

        static BaselineJson of(Baseline baseline) {
            return new BaselineJson(
                    baseline.inventory(),
                    baseline.note(),
                    baseline.by().reference(),
                    baseline.at());
        }
    }

    /**
     * How the store differs from what was approved.
     *
     * @param name by which it is accepted
     * @param sentence in English
     */
    record InventoryDifferenceJson(
            String name, ItemKind kind, String id, Weight weight, String sentence) {

        static InventoryDifferenceJson of(Difference difference) {
            return new InventoryDifferenceJson(
                    difference.name(),
                    difference.key().kind(),
                    difference.key().id(),
                    difference.weight(),
                    difference.sentence());
        }
    }

    /** Something that there is. */
    record InventoryItemJson(ItemKind kind, String id, String name, Map<Trait, String> traits) {

        static InventoryItemJson of(InventoryItem item) {
            return new InventoryItemJson(item.kind(), item.key().id(), item.name(), item.traits());
        }
    }

    /**
     * How much was seen of a kind.
     *
     * @param by the connection by which; null where nothing was seen
     * @param wanted the connection that would show more; null if none would
     */
    record InventorySightJson(
            ItemKind kind,
            Sight.Extent extent,
            @Nullable ConnectionKind by,
            @Nullable ConnectionKind wanted,
            @Nullable String trouble) {

        static InventorySightJson of(Map.Entry<ItemKind, Sight> each) {
            var sight = each.getValue();
            return new InventorySightJson(
                    each.getKey(),
                    sight.extent(),
                    sight.by(),
                    sight.wanted(),
                    english(sight.trouble()));
        }
    }

    /** When something else was seen. */
    record InventoryVersionJson(long version, Instant at) {

        static InventoryVersionJson of(Inventories.Kept kept) {
            return new InventoryVersionJson(kept.version(), kept.at());
        }
    }

    static InventoryJson of(InventoryQueries.Shown shown) {
        var latest = shown.latest();
        var inventory = latest == null ? null : latest.inventory();
        var baseline = shown.baseline();
        return new InventoryJson(
                latest == null ? null : latest.lookedAt(),
                latest == null ? 0 : latest.version(),
                latest == null ? null : english(latest.stoppedBy()),
                inventory == null ? List.of() : items(inventory),
                inventory == null
                        ? List.of()
                        : inventory.sights().entrySet().stream()
                                .map(InventorySightJson::of)
                                .toList(),
                shown.kept().stream().map(InventoryVersionJson::of).toList(),
                baseline == null ? null : BaselineJson.of(baseline),
                shown.differences().stream().map(InventoryDifferenceJson::of).toList(),
                shown.unjudged().stream().map(InventoryItemJson::of).toList());
    }

    static List<InventoryItemJson> items(Inventory inventory) {
        return inventory.items().values().stream().map(InventoryItemJson::of).toList();
    }

    /** Of reasons as they are recorded. */
    private static @Nullable String english(@Nullable String recorded) {
        return recorded == null
                ? null
                : recorded.lines()
                        .map(line -> Reason.read(line).why())
                        .collect(Collectors.joining(" "));
    }
}
