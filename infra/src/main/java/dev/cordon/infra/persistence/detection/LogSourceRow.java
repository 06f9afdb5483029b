package dev.cordon.infra.persistence.detection;

import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Version;
import dev.cordon.infra.persistence.AuditedRow;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.ZoneId;
import java.util.UUID;
import org.hibernate.envers.Audited;

@Entity
@Table(name = "log_source")
@Audited
class LogSourceRow implements AuditedRow<LogSource> {

    @Id private String id = "";

    @jakarta.persistence.Version private long version;

    private UUID store = new UUID(0, 0);
    private String name = "";

    private String format = "";
    private String zone = "";

    @Enumerated(EnumType.STRING)
    private Mode mode = Mode.LIVE;

    protected LogSourceRow() {}

    LogSourceRow(String id) {
        this.id = id;
    }

    @Override
    public void copyFrom(LogSource source) {
        store = source.store().value();
        name = source.name();
        format = source.format().text();
        zone = source.zone().getId();
        mode = source.mode();
    }

    @Override
    public Version version() {
        return AuditedRow.version(version);
    }

    LogSource toDomain() {
        return new LogSource(
                new SourceId(id),
                new StoreId(store),
                name,
                LogFormat.of(format),
                ZoneId.of(zone),
                mode);
    }

    boolean isWithin(StoreScope scope) {
        return scope.covers(new StoreId(store));
    }
}
