package dev.cordon.infra.persistence.detection;

import dev.cordon.application.detection.RuleVersions;
import dev.cordon.domain.detection.tuning.RuleVersion;
import dev.cordon.domain.detection.tuning.RuleVersion.Stage;
import dev.cordon.domain.detection.tuning.RuleVersionId;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.infra.persistence.AuditedRows;
import dev.cordon.infra.persistence.Rows;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JpaRuleVersions implements RuleVersions {

    private final EntityManager em;
    private final AuditedRows rows;
    private final JdbcClient jdbc;

    JpaRuleVersions(EntityManager em, AuditedRows rows, JdbcClient jdbc) {
        this.em = em;
        this.rows = rows;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<RuleVersion> find(RuleVersionId id, StoreScope scope) {
        return Optional.ofNullable(em.find(RuleVersionRow.class, id.value()))
                .filter(row -> row.isWithin(scope))
                .map(RuleVersionRow::toDomain);
    }

    @Override
    public List<RuleVersion> of(StoreId store) {
        return domain(in(store).all("r.number desc"));
    }

    @Override
    public Optional<RuleVersion> inForce(StoreId store) {
        return first(in(store).where("r.phase.stage = :stage", "stage", Stage.IN_FORCE));
    }

    @Override
    public Optional<Sha256> contentInForce(StoreId store) {
        return jdbc.sql(
                        "select content from rule_version"
                                + " where store = :store and stage = 'IN_FORCE'")
                .param("store", store.value())
                .query(String.class)
                .optional()
                .map(Sha256::new);
    }

    @Override
    public Optional<RuleVersion> open(StoreId store) {
        return first(
                in(store)
                        .where(
                                "r.phase.stage in :stages",
                                "stages",
                                List.of(Stage.DRAFT, Stage.SUBMITTED)));
    }

    @Override
    public int nextNumber(StoreId store) {
        return jdbc.sql(
                        "select coalesce(max(number), 0) + 1 from rule_version where store = :store")
                .param("store", store.value())
                .query(Integer.class)
                .single();
    }

    @Override
    public List<RuleVersion> waitingForApproval(StoreScope scope) {
        return domain(
                Rows.of(em, RuleVersionRow.class)
                        .within(scope)
                        .where("r.phase.stage = :stage", "stage", Stage.SUBMITTED)
                        .all("r.phase.at, r.id"));
    }

    @Override
    public void save(Transition<RuleVersion> change) {
        var state = change.state();
        try {
            rows.save(
                    RuleVersionRow.class,
                    state.id().value(),
                    state.version(),
                    change,
                    RuleVersionRow::new);
        } catch (ConstraintViolationException e) {
            throw new StaleVersion("the rules of store " + state.store(), state.version());
        }
    }

    private Rows<RuleVersionRow> in(StoreId store) {
        return Rows.of(em, RuleVersionRow.class).where("r.store = :store", "store", store.value());
    }

    private static Optional<RuleVersion> first(Rows<RuleVersionRow> rows) {
        return rows.all("r.id").stream().findFirst().map(RuleVersionRow::toDomain);
    }

    private static List<RuleVersion> domain(List<RuleVersionRow> rows) {
        return rows.stream().map(RuleVersionRow::toDomain).toList();
    }
}
