package dev.cordon.infra.persistence.audit;

import dev.cordon.application.audit.TakenUpJobs;
import dev.cordon.domain.audit.TakenUpJob;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.infra.persistence.AuditedRows;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.springframework.stereotype.Repository;

@Repository
class JpaTakenUpJobs implements TakenUpJobs {

    private final EntityManager em;
    private final AuditedRows rows;

    JpaTakenUpJobs(EntityManager em, AuditedRows rows) {
        this.em = em;
        this.rows = rows;
    }

    @Override
    public List<TakenUpJob> latest(int limit) {
        return em.createQuery(
                        "from TakenUpJobRow order by takenUpAt desc, id desc", TakenUpJobRow.class)
                .setMaxResults(limit)
                .getResultStream()
                .map(TakenUpJobRow::toDomain)
                .toList();
    }

    @Override
    public void save(Transition<TakenUpJob> change) {
        var job = change.state();
        rows.save(TakenUpJobRow.class, job.id(), job.version(), change, TakenUpJobRow::new);
    }
}
