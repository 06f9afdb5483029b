package dev.cordon.application.store;

import dev.cordon.application.stereotype.Supporting;
import dev.cordon.application.store.StandingDifferences.Standing;
import dev.cordon.domain.store.inventory.Difference;
import dev.cordon.domain.store.inventory.DifferenceGroup;
import dev.cordon.domain.store.inventory.Inventory;
import dev.cordon.domain.store.inventory.ItemKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares what was seen with what was approved and has each difference told once as long as it
 * stands, those of one folder together. What was not seen this time stands as it did.
 */
@Supporting
class InventoryJudge {

    private final Baselines baselines;
    private final StandingDifferences standing;
    private final ChangedFiles changed;
    private final InventoryAlarm alarm;

    InventoryJudge(
            Baselines baselines,
            StandingDifferences standing,
            ChangedFiles changed,
            InventoryAlarm alarm) {
        this.baselines = baselines;
        this.standing = standing;
        this.changed = changed;
        this.alarm = alarm;
    }

    /** In the running transaction. */
    void judge(Inventory seen) {
        var baseline = baselines.find(seen.store());
        if (baseline.isEmpty()) {
            changed.keepOnly(seen.store(), Set.of());
            return;
        }
        var differences = baseline.get().differences(seen);
        forget(seen, differences);
        var untold = new LinkedHashMap<String, Difference>();
        differences.forEach(each -> untold.put(each.name(), each));
        for (var known : standing.of(seen.store())) {
            if (untold.remove(known.name()) == null && !seen.sight(known.kind()).isBlind()) {
                standing.end(seen.store(), known);
            }
        }
        for (var difference : untold.values()) {
            standing.begin(
                    seen.store(),
                    new Standing(difference.key().kind(), difference.name(), seen.at()));
        }
        DifferenceGroup.of(List.copyOf(untold.values()))
                .forEach(group -> alarm.tell(seen.store(), group, seen.at()));
    }

    /** Of what is as approved nobody asks which files it was. */
    private void forget(Inventory seen, List<Difference> differences) {
        if (!seen.sight(ItemKind.FILES).isBlind()) {
            changed.keepOnly(
                    seen.store(),
                    differences.stream()
                            .filter(each -> each.key().kind() == ItemKind.FILES)
                            .map(each -> each.key().id())
                            .collect(Collectors.toSet()));
        }
    }
}
