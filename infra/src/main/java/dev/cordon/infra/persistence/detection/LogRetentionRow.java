package dev.cordon.infra.persistence.detection;

import dev.cordon.domain.detection.keeping.Retention;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Version;
import dev.cordon.infra.persistence.AuditedRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.envers.Audited;

@Entity
@Table(name = "log_retention")
@Audited
class LogRetentionRow implements AuditedRow<Retention> {

    @Id private String id = "";

    @jakarta.persistence.Version private long version;

    private UUID store = new UUID(0, 0);
    private String owner = "";
    private String reason = "";
    private int days;
    private long bytes;

    protected LogRetentionRow() {}

    LogRetentionRow(String id) {
        this.id = id;
    }

    @Override
    public void copyFrom(Retention retention) {
        store = retention.store().value();
        owner = retention.owner();
        reason = retention.reason();
        days = retention.days();
        bytes = retention.bytes();
    }

    @Override
    public Version version() {
        return AuditedRow.version(version);
    }

    Retention toDomain() {
        return new Retention(
                new SourceId(id), new StoreId(store), owner, reason, days, bytes, version());
    }
}
