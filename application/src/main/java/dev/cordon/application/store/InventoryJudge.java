package dev.cordon.application.store;

import dev.cordon.application.stereotype.Supporting;
import dev.cordon.application.store.StandingDifferences.Standing;
import dev.cordon.domain.store.inventory.Difference;
import dev.cordon.domain.store.inventory.Inventory;
import java.util.stream.Collectors;

/**
 * Compares what was seen with what was approved and has each difference told once as long as it
 * stands. What was not seen this time stands as it did.
 */
@Supporting
class InventoryJudge {

    private final Baselines baselines;
    private final StandingDifferences standing;
    private final InventoryAlarm alarm;

    InventoryJudge(Baselines baselines, StandingDifferences standing, InventoryAlarm alarm) {
        this.baselines = baselines;
        this.standing = standing;
        this.alarm = alarm;
    }

    /** In the running transaction. */
    void judge(Inventory seen) {
        var baseline = baselines.find(seen.store());
        if (baseline.isEmpty()) {
            return;
        }
        var differences =
                baseline.get().differences(seen).stream()
                        .collect(Collectors.toMap(Difference::name, each -> each));
        for (var known : standing.of(seen.store())) {
            if (differences.remove(known.name()) == null && !seen.sight(known.kind()).isBlind()) {
                standing.end(seen.store(), known);
            }
        }
        for (var difference : differences.values()) {
            standing.begin(
                    seen.store(),
                    new Standing(difference.key().kind(), difference.name(), seen.at()));
            alarm.tell(seen.store(), difference, seen.at());
        }
    }
}
