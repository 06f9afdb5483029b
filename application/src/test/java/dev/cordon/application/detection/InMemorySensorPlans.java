package dev.cordon.application.detection;

import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.detection.sensor.SensorPlan;
import dev.cordon.domain.kernel.Transition;
import java.util.HashMap;
import java.util.Map;

/** {@link SensorPlans} without a database. */
public final class InMemorySensorPlans implements SensorPlans {

    private final Map<SourceId, SensorPlan> plans = new HashMap<>();

    @Override
    public SensorPlan of(LogSource source) {
        return plans.getOrDefault(source.id(), SensorPlan.usual(source));
    }

    @Override
    public void save(Transition<SensorPlan> change) {
        var plan = change.state();
        plans.put(
                plan.source(),
                new SensorPlan(
                        plan.source(),
                        plan.store(),
                        plan.rhythm(),
                        plan.quietUntil(),
                        plan.version().next()));
    }
}
