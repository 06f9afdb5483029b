package dev.cordon.application.detection;

import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.sensor.SensorPlan;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;

/** What people expect of each log. */
public interface SensorPlans {

    /** The usual where nobody said otherwise. */
    SensorPlan of(LogSource source);

    /**
     * @throws StaleVersion if somebody else stored since the state was read
     */
    void save(Transition<SensorPlan> change);

    /** The plan as the caller saw it. */
    default SensorPlan of(LogSource source, Version seen) {
        var plan = of(source);
        if (!plan.version().equals(seen)) {
            throw new StaleVersion("rhythm of the log " + source.id(), seen);
        }
        return plan;
    }
}
