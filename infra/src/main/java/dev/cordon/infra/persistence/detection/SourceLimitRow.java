package dev.cordon.infra.persistence.detection;

import dev.cordon.domain.detection.intake.SourceLimit;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Version;
import dev.cordon.infra.persistence.AuditedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.envers.Audited;

/** How much a source may send; under the source's id. */
@Entity
@Table(name = "source_limit")
@Audited
class SourceLimitRow implements AuditedRow<SourceLimit> {

    @Id private String id = "";

    @jakarta.persistence.Version private long version;

    @Column(name = "bytes_per_second")
    private long bytesPerSecond;

    private long burst;

    protected SourceLimitRow() {}

    SourceLimitRow(String source) {
        this.id = source;
    }

    @Override
    public void copyFrom(SourceLimit limit) {
        bytesPerSecond = limit.bytesPerSecond();
        burst = limit.burst();
    }

    @Override
    public Version version() {
        return AuditedRow.version(version);
    }

    SourceLimit toDomain() {
        return new SourceLimit(new SourceId(id), bytesPerSecond, burst, version());
    }
}
