package dev.cordon.infra.persistence.detection;

import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.detection.sensor.Rhythm;
import dev.cordon.domain.detection.sensor.SensorPlan;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Version;
import dev.cordon.infra.persistence.AuditedRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "sensor_plan")
@Audited
class SensorPlanRow implements AuditedRow<SensorPlan> {

    @Id private String id = "";

    @jakarta.persistence.Version private long version;

    private UUID store = new UUID(0, 0);
    private @Nullable Long rhythmSeconds;
    private @Nullable Instant quietUntil;

    protected SensorPlanRow() {}

    SensorPlanRow(String id) {
        this.id = id;
    }

    @Override
    public void copyFrom(SensorPlan plan) {
        store = plan.store().value();
        rhythmSeconds = plan.rhythm() == null ? null : plan.rhythm().longestSilence().toSeconds();
        quietUntil = plan.quietUntil();
    }

    @Override
    public Version version() {
        return AuditedRow.version(version);
    }

    SensorPlan toDomain() {
        return new SensorPlan(
                new SourceId(id),
                new StoreId(store),
                rhythmSeconds == null ? null : new Rhythm(Duration.ofSeconds(rhythmSeconds)),
                quietUntil,
                version());
    }
}
