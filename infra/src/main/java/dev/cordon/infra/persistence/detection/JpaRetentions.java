package dev.cordon.infra.persistence.detection;

import dev.cordon.application.detection.Retentions;
import dev.cordon.domain.detection.keeping.Retention;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.infra.persistence.AuditedRows;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.springframework.stereotype.Repository;

@Repository
class JpaRetentions implements Retentions {

    private final EntityManager em;
    private final AuditedRows rows;

    JpaRetentions(EntityManager em, AuditedRows rows) {
        this.em = em;
        this.rows = rows;
    }

    @Override
    public Optional<Retention> find(SourceId source) {
        return Optional.ofNullable(em.find(LogRetentionRow.class, source.value()))
                .map(LogRetentionRow::toDomain);
    }

    @Override
    public void save(Transition<Retention> change) {
        rows.save(
                LogRetentionRow.class,
                change.state().source().value(),
                change.state().version(),
                change,
                LogRetentionRow::new);
    }
}
