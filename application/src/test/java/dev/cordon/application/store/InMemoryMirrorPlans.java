package dev.cordon.application.store;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.store.mirror.MirrorPlan;
import java.util.HashMap;
import java.util.Map;

final class InMemoryMirrorPlans implements MirrorPlans {

    private final Map<StoreId, MirrorPlan> kept = new HashMap<>();

    @Override
    public MirrorPlan of(StoreId store) {
        return kept.getOrDefault(store, MirrorPlan.none(store));
    }

    @Override
    public MirrorPlan held(StoreId store) {
        return of(store);
    }

    @Override
    public void save(Transition<MirrorPlan> change) {
        var plan = change.state();
        kept.put(
                plan.store(),
                new MirrorPlan(
                        plan.store(),
                        plan.on(),
                        plan.owner(),
                        plan.purpose(),
                        plan.days(),
                        plan.told(),
                        plan.version().next()));
    }
}
