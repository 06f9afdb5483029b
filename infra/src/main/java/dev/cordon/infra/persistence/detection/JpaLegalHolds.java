package dev.cordon.infra.persistence.detection;

import dev.cordon.application.detection.LegalHolds;
import dev.cordon.domain.detection.keeping.LegalHold;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.infra.persistence.AuditedRows;
import dev.cordon.infra.persistence.Rows;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class JpaLegalHolds implements LegalHolds {

    private static final String LATEST = "r.placedAt desc, r.id desc";

    private final EntityManager em;
    private final AuditedRows rows;

    JpaLegalHolds(EntityManager em, AuditedRows rows) {
        this.em = em;
        this.rows = rows;
    }

    @Override
    public Optional<LegalHold> find(UUID id, StoreScope scope) {
        return Optional.ofNullable(em.find(LegalHoldRow.class, id))
                .filter(row -> row.isWithin(scope))
                .map(LegalHoldRow::toDomain);
    }

    @Override
    public List<LegalHold> all(StoreScope scope) {
        return Rows.of(em, LegalHoldRow.class).within(scope).all(LATEST).stream()
                .map(LegalHoldRow::toDomain)
                .toList();
    }

    @Override
    public List<LegalHold> active(StoreId store) {
        return Rows.of(em, LegalHoldRow.class)
                .where("r.store = :store", "store", store.value())
                .where("r.releasedAt is null")
                .all(LATEST)
                .stream()
                .map(LegalHoldRow::toDomain)
                .toList();
    }

    @Override
    public void save(Transition<LegalHold> change) {
        rows.save(
                LegalHoldRow.class,
                change.state().id(),
                change.state().version(),
                change,
                LegalHoldRow::new);
    }
}
