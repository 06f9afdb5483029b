package dev.cordon.infra.persistence.evidence;

import dev.cordon.application.evidence.RecoveryKeyRecords;
import dev.cordon.domain.evidence.RecoveryKeyRecord;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.infra.persistence.AuditedRows;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.springframework.stereotype.Repository;

@Repository
class JpaRecoveryKeyRecords implements RecoveryKeyRecords {

    private final EntityManager em;
    private final AuditedRows rows;

    JpaRecoveryKeyRecords(EntityManager em, AuditedRows rows) {
        this.em = em;
        this.rows = rows;
    }

    @Override
    public Optional<RecoveryKeyRecord> find(String id) {
        return Optional.ofNullable(em.find(RecoveryKeyRow.class, id)).map(RecoveryKeyRow::toDomain);
    }

    @Override
    public void save(Transition<RecoveryKeyRecord> change) {
        var key = change.state();
        rows.save(RecoveryKeyRow.class, key.id(), key.version(), change, RecoveryKeyRow::new);
    }
}
