package dev.cordon.application.store;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.store.inventory.Baseline;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

class InMemoryBaselines implements Baselines {

    private final Map<StoreId, Baseline> kept = new HashMap<>();

    @Override
    public Optional<Baseline> find(StoreId store) {
        return Optional.ofNullable(kept.get(store));
    }

    @Override
    public void save(Transition<Baseline> change) {
        var baseline = change.state();
        kept.put(
                baseline.store(),
                new Baseline(
                        baseline.approved(),
                        baseline.inventory(),
                        baseline.note(),
                        baseline.by(),
                        baseline.at(),
                        baseline.version().next()));
    }
}
