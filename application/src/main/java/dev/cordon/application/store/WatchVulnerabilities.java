package dev.cordon.application.store;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.inventory.Inventory;
import dev.cordon.domain.store.inventory.InventoryItem;
import dev.cordon.domain.store.vulnerability.Exposure;
import dev.cordon.domain.store.vulnerability.Vulnerability;
import dev.cordon.domain.store.vulnerability.Vulnerability.Name;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares what runs in all stores with what is publicly known to be vulnerable, and has each match
 * told once. What is mended is not told; it is gone from the list.
 */
@StreamingUseCase
public class WatchVulnerabilities {

    private final Stores stores;
    private final Inventories inventories;
    private final VulnerabilityFeed feed;
    private final Exposures exposures;
    private final ExposureAlarm alarm;
    private final UnitOfWork work;
    private final Caller caller;
    private final InstantSource clock;

    WatchVulnerabilities(
            Stores stores,
            Inventories inventories,
            VulnerabilityFeed feed,
            Exposures exposures,
            ExposureAlarm alarm,
            UnitOfWork work,
            Caller caller,
            InstantSource clock) {
        this.stores = stores;
        this.inventories = inventories;
        this.feed = feed;
        this.exposures = exposures;
        this.alarm = alarm;
        this.work = work;
        this.caller = caller;
        this.clock = clock;
    }

    private record Installed(Store store, InventoryItem item) {}

    @Requires(Permission.STORE_WATCH)
    public void watch() {
        var scope = caller.scope();
        var now = clock.instant();
        var seen = new LinkedHashMap<Store, Inventory>();
        work.run(
                () ->
                        stores.all(scope)
                                .forEach(
                                        store ->
                                                inventories
                                                        .latest(store.id())
                                                        .map(Inventories.Latest::inventory)
                                                        .ifPresent(each -> seen.put(store, each))));
        var installed = installed(seen);
        var found = new HashMap<Store, Map<String, Exposure>>();
        var read = feed.read(each -> match(each, installed, found, now));
        work.run(() -> exposures.read(read));
        seen.forEach(
                (store, inventory) ->
                        work.run(
                                () ->
                                        keep(
                                                store,
                                                inventory,
                                                found.getOrDefault(store, Map.of()),
                                                read.isWhole())));
    }

    private static Map<Name, List<Installed>> installed(Map<Store, Inventory> seen) {
        var installed = new HashMap<Name, List<Installed>>();
        seen.forEach(
                (store, inventory) ->
                        inventory.items().values().stream()
                                .filter(Vulnerability::isSoftware)
                                .forEach(
                                        item ->
                                                installed
                                                        .computeIfAbsent(
                                                                Vulnerability.named(item),
                                                                _ -> new ArrayList<>())
                                                        .add(new Installed(store, item))));
        return installed;
    }

    private static void match(
            Vulnerability known,
            Map<Name, List<Installed>> installed,
            Map<Store, Map<String, Exposure>> found,
            Instant now) {
        for (var software : known.software()) {
            for (var each : installed.getOrDefault(software.name(), List.of())) {
                if (software.is(each.item())) {
                    var exposure =
                            Exposure.of(each.store().id(), known, software, each.item(), now);
                    found.computeIfAbsent(each.store(), _ -> new LinkedHashMap<>())
                            .put(exposure.name(), exposure);
                }
            }
        }
    }

    /** A feed that was read in part, or a kind that is not seen now, ends nothing. */
    private void keep(
            Store store, Inventory inventory, Map<String, Exposure> found, boolean whole) {
        var left = new LinkedHashMap<>(found);
        for (var known : exposures.of(store.id())) {
            boolean gone = left.remove(known.name()) == null;
            if (gone && whole && !inventory.sight(known.key().kind()).isBlind()) {
                exposures.end(known);
            }
        }
        for (var exposure : left.values()) {
            exposures.begin(exposure);
            alarm.tell(exposure);
        }
    }
}
