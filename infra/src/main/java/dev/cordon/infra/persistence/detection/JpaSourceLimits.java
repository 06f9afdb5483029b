package dev.cordon.infra.persistence.detection;

import dev.cordon.application.detection.SourceLimits;
import dev.cordon.domain.detection.intake.SourceLimit;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.infra.persistence.AuditedRows;
import dev.cordon.infra.persistence.Rows;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.springframework.stereotype.Repository;

@Repository
class JpaSourceLimits implements SourceLimits {

    private final EntityManager em;
    private final AuditedRows rows;

    JpaSourceLimits(EntityManager em, AuditedRows rows) {
        this.em = em;
        this.rows = rows;
    }

    @Override
    public SourceLimit of(SourceId source) {
        var row = em.find(SourceLimitRow.class, source.value());
        return row == null ? SourceLimit.usual(source) : row.toDomain();
    }

    @Override
    public List<SourceLimit> all() {
        return Rows.of(em, SourceLimitRow.class).all("r.id").stream()
                .map(SourceLimitRow::toDomain)
                .toList();
    }

    @Override
    public void save(Transition<SourceLimit> change) {
        var limit = change.state();
        rows.save(
                SourceLimitRow.class,
                limit.source().value(),
                limit.version(),
                change,
                SourceLimitRow::new);
    }
}
