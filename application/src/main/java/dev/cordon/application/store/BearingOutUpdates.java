package dev.cordon.application.store;

import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.inventory.Checksums;
import dev.cordon.domain.store.inventory.FileAreas;
import dev.cordon.domain.store.inventory.Inventory;
import dev.cordon.domain.store.inventory.InventoryItem;
import dev.cordon.domain.store.inventory.ItemKind;
import dev.cordon.domain.store.inventory.Trait;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Has published checksums bear out what a higher version alone would explain. A store is asked once
 * for the same files, and again as long as no answer came.
 */
@Supporting
class BearingOutUpdates {

    private static final int MOST_NAMED = 5;

    private final Baselines baselines;
    private final PublishedChecksums checksums;
    private final UnitOfWork work;

    BearingOutUpdates(Baselines baselines, PublishedChecksums checksums, UnitOfWork work) {
        this.baselines = baselines;
        this.checksums = checksums;
        this.work = work;
    }

    /**
     * The same with what checksums say of files that came with a higher version.
     *
     * @param seen with the files as they are now
     * @param known what was seen last, or null
     */
    Inventory bearOut(Store store, Inventory seen, @Nullable Inventory known) {
        var updated =
                work.commit(
                        () ->
                                baselines
                                        .find(store.id())
                                        .map(baseline -> baseline.updated(seen))
                                        .orElse(Map.of()));
        var said = new TreeMap<InventoryItem.Key, InventoryItem>();
        var open = new TreeMap<InventoryItem.Key, InventoryItem.Key>();
        updated.forEach(
                (files, owner) -> {
                    var now = seen.items().get(files);
                    var before = known == null ? null : known.items().get(files);
                    if (now != null && before != null && isAnswered(before, now)) {
                        said.put(files, withAnswer(now, before));
                    } else {
                        open.put(files, owner);
                    }
                });
        if (!open.isEmpty() && seen.sight(ItemKind.FILES).by() == ConnectionKind.SHELL) {
            checksums
                    .compare(store, seen, open)
                    .forEach(
                            (files, verdict) -> {
                                var now = seen.items().get(files);
                                if (now != null) {
                                    said.put(files, with(now, verdict));
                                }
                            });
        }
        var items = new ArrayList<InventoryItem>();
        seen.items(ItemKind.FILES).forEach(item -> items.add(said.getOrDefault(item.key(), item)));
        return seen.with(ItemKind.FILES, items, seen.sight(ItemKind.FILES));
    }

    private static boolean isAnswered(InventoryItem before, InventoryItem now) {
        var digest = now.get(Trait.DIGEST);
        return digest != null
                && before.is(Trait.DIGEST, digest)
                && (before.is(Trait.CHECKSUMS, Checksums.AGREE.kept())
                        || before.is(Trait.CHECKSUMS, Checksums.DIFFER.kept()));
    }

    private static InventoryItem withAnswer(InventoryItem now, InventoryItem before) {
        var answered = now.with(Trait.CHECKSUMS, before.traits().getOrDefault(Trait.CHECKSUMS, ""));
        var refuted = before.get(Trait.REFUTED);
        return refuted == null ? answered : answered.with(Trait.REFUTED, refuted);
    }

    private static InventoryItem with(InventoryItem files, PublishedChecksums.Verdict verdict) {
        var item = files.with(Trait.CHECKSUMS, verdict.checksums().kept());
        var names = verdict.differing();
        if (names.isEmpty()) {
            return item;
        }
        var first =
                names.stream()
                        .limit(MOST_NAMED)
                        .map(FileAreas::shown)
                        .collect(Collectors.joining(", "));
        int more = names.size() - MOST_NAMED;
        return item.with(Trait.REFUTED, more > 0 ? first + " (+" + more + ")" : first);
    }
}
