package dev.cordon.infra.persistence.store;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.store.mirror.MirrorPlan;
import dev.cordon.infra.persistence.AuditedRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.envers.Audited;

@Entity
@Table(name = "mirror_plan")
@Audited
class MirrorPlanRow implements AuditedRow<MirrorPlan> {

    @Id private UUID id = new UUID(0, 0);

    @jakarta.persistence.Version private long version;

    private boolean mirrored;
    private String owner = "";
    private String purpose = "";
    private int days;
    private boolean told;

    protected MirrorPlanRow() {}

    MirrorPlanRow(UUID store) {
        this.id = store;
    }

    @Override
    public void copyFrom(MirrorPlan plan) {
        mirrored = plan.on();
        owner = plan.owner();
        purpose = plan.purpose();
        days = plan.days();
        told = plan.told();
    }

    @Override
    public Version version() {
        return AuditedRow.version(version);
    }

    MirrorPlan toDomain() {
        return new MirrorPlan(new StoreId(id), mirrored, owner, purpose, days, told, version());
    }
}
