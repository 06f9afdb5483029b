package dev.cordon.infra.persistence.audit;

import dev.cordon.domain.audit.TakenUpJob;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Version;
import dev.cordon.infra.persistence.AuditedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** Under the id that the parked job had; written once. */
@Entity
@Table(name = "taken_up_job")
@Audited
class TakenUpJobRow implements AuditedRow<TakenUpJob> {

    @Id private UUID id = new UUID(0, 0);

    @jakarta.persistence.Version private long version;

    private String job = "";

    private UUID subject = new UUID(0, 0);

    private int failures;

    @Column(name = "parked_at")
    private Instant parkedAt = Instant.EPOCH;

    @Column(name = "taken_up_at")
    private Instant takenUpAt = Instant.EPOCH;

    @Column(name = "taken_up_by")
    private String takenUpBy = "";

    protected TakenUpJobRow() {}

    TakenUpJobRow(UUID id) {
        this.id = id;
    }

    @Override
    public void copyFrom(TakenUpJob taken) {
        job = taken.job();
        subject = taken.subject();
        failures = taken.failures();
        parkedAt = taken.parkedAt();
        takenUpAt = taken.at();
        takenUpBy = taken.by().reference();
    }

    @Override
    public Version version() {
        return AuditedRow.version(version);
    }

    TakenUpJob toDomain() {
        return new TakenUpJob(
                id, job, subject, failures, parkedAt, takenUpAt, Actor.of(takenUpBy), version());
    }
}
