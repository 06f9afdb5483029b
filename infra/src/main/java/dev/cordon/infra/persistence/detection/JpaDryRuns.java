package dev.cordon.infra.persistence.detection;

import dev.cordon.application.detection.DryRuns;
import dev.cordon.domain.detection.tuning.DryRun;
import dev.cordon.domain.detection.tuning.DryRunId;
import dev.cordon.domain.detection.tuning.RuleVersionId;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.infra.persistence.AuditedRows;
import dev.cordon.infra.persistence.Rows;
import dev.cordon.infra.persistence.detection.DryRunPhaseColumns.State;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JpaDryRuns implements DryRuns {

    private final EntityManager em;
    private final AuditedRows rows;
    private final JdbcClient jdbc;

    JpaDryRuns(EntityManager em, AuditedRows rows, JdbcClient jdbc) {
        this.em = em;
        this.rows = rows;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<DryRun> find(DryRunId id, StoreScope scope) {
        return Optional.ofNullable(em.find(DryRunRow.class, id.value()))
                .filter(row -> row.isWithin(scope))
                .map(DryRunRow::toDomain);
    }

    /** Ids are time-ordered. */
    @Override
    public List<DryRun> of(RuleVersionId version) {
        return Rows.of(em, DryRunRow.class)
                .where("r.ruleVersion = :of", "of", version.value())
                .all("r.id desc")
                .stream()
                .map(DryRunRow::toDomain)
                .toList();
    }

    @Override
    public Optional<DryRun> open(StoreId store) {
        return Rows.of(em, DryRunRow.class)
                .where("r.store = :store", "store", store.value())
                .where("r.phase.state = :state", "state", State.ASKED)
                .all("r.id")
                .stream()
                .findFirst()
                .map(DryRunRow::toDomain);
    }

    @Override
    public Optional<DryRun> lastFinished(StoreId store) {
        return jdbc.sql(
                        "select id from dry_run where store = :store and state = 'FINISHED'"
                                + " order by ended_at desc limit 1")
                .param("store", store.value())
                .query(UUID.class)
                .optional()
                .flatMap(id -> find(new DryRunId(id), StoreScope.ALL));
    }

    @Override
    public void save(Transition<DryRun> change) {
        var run = change.state();
        try {
            rows.save(DryRunRow.class, run.id().value(), run.version(), change, DryRunRow::new);
        } catch (ConstraintViolationException e) {
            throw new StaleVersion("the dry runs of store " + run.store(), run.version());
        }
    }
}
