package dev.cordon.infra.persistence.store;

import dev.cordon.application.store.Baselines;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.store.inventory.Baseline;
import dev.cordon.infra.persistence.AuditedRows;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.springframework.stereotype.Repository;

@Repository
class JpaBaselines implements Baselines {

    private final EntityManager em;
    private final AuditedRows rows;

    JpaBaselines(EntityManager em, AuditedRows rows) {
        this.em = em;
        this.rows = rows;
    }

    @Override
    public Optional<Baseline> find(StoreId store) {
        return Optional.ofNullable(em.find(BaselineRow.class, store.value()))
                .map(BaselineRow::toDomain);
    }

    @Override
    public void save(Transition<Baseline> change) {
        var baseline = change.state();
        rows.save(
                BaselineRow.class,
                baseline.store().value(),
                baseline.version(),
                change,
                BaselineRow::new);
    }
}
