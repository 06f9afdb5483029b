package dev.cordon.infra.persistence.detection;

import dev.cordon.application.detection.SensorPlans;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.sensor.SensorPlan;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.infra.persistence.AuditedRows;
import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Repository;

@Repository
class JpaSensorPlans implements SensorPlans {

    private final EntityManager em;
    private final AuditedRows rows;

    JpaSensorPlans(EntityManager em, AuditedRows rows) {
        this.em = em;
        this.rows = rows;
    }

    @Override
    public SensorPlan of(LogSource source) {
        var row = em.find(SensorPlanRow.class, source.id().value());
        return row == null ? SensorPlan.usual(source) : row.toDomain();
    }

    @Override
    public void save(Transition<SensorPlan> change) {
        rows.save(
                SensorPlanRow.class,
                change.state().source().value(),
                change.state().version(),
                change,
                SensorPlanRow::new);
    }
}
