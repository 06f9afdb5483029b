package dev.cordon.infra.persistence.evidence;

import dev.cordon.domain.evidence.RecoveryKeyRecord;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Version;
import dev.cordon.infra.persistence.AuditedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.envers.Audited;

/** Under its fingerprint; written once. */
@Entity
@Table(name = "recovery_key")
@Audited
class RecoveryKeyRow implements AuditedRow<RecoveryKeyRecord> {

    @Id private String id = "";

    @jakarta.persistence.Version private long version;

    @Column(name = "made_at")
    private Instant madeAt = Instant.EPOCH;

    @Column(name = "made_by")
    private String madeBy = "";

    protected RecoveryKeyRow() {}

    RecoveryKeyRow(String id) {
        this.id = id;
    }

    @Override
    public void copyFrom(RecoveryKeyRecord key) {
        madeAt = key.at();
        madeBy = key.by().reference();
    }

    @Override
    public Version version() {
        return AuditedRow.version(version);
    }

    RecoveryKeyRecord toDomain() {
        return new RecoveryKeyRecord(id, madeAt, Actor.of(madeBy), version());
    }
}
