package dev.cordon.infra.persistence.detection;

import dev.cordon.application.detection.LogSources;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import dev.cordon.infra.persistence.AuditedRows;
import dev.cordon.infra.persistence.Rows;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

@Repository
class JpaLogSources implements LogSources {

    private final EntityManager em;
    private final AuditedRows rows;

    JpaLogSources(EntityManager em, AuditedRows rows) {
        this.em = em;
        this.rows = rows;
    }

    @Override
    public Optional<LogSource> find(SourceId id, StoreScope scope) {
        return Optional.ofNullable(em.find(LogSourceRow.class, id.value()))
                .filter(row -> row.isWithin(scope))
                .map(LogSourceRow::toDomain);
    }

    @Override
    public List<LogSource> all(StoreScope scope) {
        return Rows.of(em, LogSourceRow.class).within(scope).all("r.id").stream()
                .map(LogSourceRow::toDomain)
                .toList();
    }

    /** A source is added and never changed: one of that name that is there already is refused. */
    @Override
    public void save(Transition<LogSource> change) {
        rows.save(
                LogSourceRow.class,
                change.state().id().value(),
                Version.NEW,
                change,
                LogSourceRow::new);
    }
}
