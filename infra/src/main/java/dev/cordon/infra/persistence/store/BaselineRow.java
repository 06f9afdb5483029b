package dev.cordon.infra.persistence.store;

import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.store.inventory.Baseline;
import dev.cordon.infra.persistence.AuditedRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.envers.Audited;

@Entity
@Table(name = "baseline")
@Audited
class BaselineRow implements AuditedRow<Baseline> {

    @Id private UUID id = new UUID(0, 0);

    @jakarta.persistence.Version private long version;

    private long inventory;
    private String seen = "";
    private String note = "";
    private String approvedBy = "";
    private Instant approvedAt = Instant.EPOCH;

    protected BaselineRow() {}

    BaselineRow(UUID store) {
        this.id = store;
    }

    @Override
    public void copyFrom(Baseline baseline) {
        inventory = baseline.inventory();
        seen = InventoryJson.seen(baseline.approved());
        note = baseline.note();
        approvedBy = baseline.by().reference();
        approvedAt = baseline.at();
    }

    @Override
    public Version version() {
        return AuditedRow.version(version);
    }

    Baseline toDomain() {
        return new Baseline(
                InventoryJson.seen(new StoreId(id), seen),
                inventory,
                note,
                Actor.of(approvedBy),
                approvedAt,
                version());
    }
}
