package dev.cordon.infra.persistence.store;

import dev.cordon.application.store.MirrorPlans;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.store.mirror.MirrorPlan;
import dev.cordon.infra.persistence.AuditedRows;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.springframework.stereotype.Repository;

@Repository
class JpaMirrorPlans implements MirrorPlans {

    private final EntityManager em;
    private final AuditedRows rows;

    JpaMirrorPlans(EntityManager em, AuditedRows rows) {
        this.em = em;
        this.rows = rows;
    }

    @Override
    public MirrorPlan of(StoreId store) {
        var row = em.find(MirrorPlanRow.class, store.value());
        return row == null ? MirrorPlan.none(store) : row.toDomain();
    }

    /** One that is not there yet was never on. */
    @Override
    public MirrorPlan held(StoreId store) {
        var row = em.find(MirrorPlanRow.class, store.value(), LockModeType.PESSIMISTIC_READ);
        return row == null ? MirrorPlan.none(store) : row.toDomain();
    }

    @Override
    public void save(Transition<MirrorPlan> change) {
        var plan = change.state();
        rows.save(
                MirrorPlanRow.class,
                plan.store().value(),
                plan.version(),
                change,
                MirrorPlanRow::new);
    }
}
