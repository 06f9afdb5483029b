package dev.cordon.infra.persistence.detection;

import dev.cordon.domain.detection.tuning.DryRun;
import dev.cordon.domain.detection.tuning.DryRunId;
import dev.cordon.domain.detection.tuning.RuleVersionId;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Version;
import dev.cordon.infra.persistence.AuditedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.envers.Audited;

@Entity
@Table(name = "dry_run")
@Audited
class DryRunRow implements AuditedRow<DryRun> {

    @Id private UUID id = new UUID(0, 0);

    @jakarta.persistence.Version private long version;

    @Column(name = "rule_version")
    private UUID ruleVersion = new UUID(0, 0);

    private UUID store = new UUID(0, 0);
    private String content = "";

    @Enumerated(EnumType.STRING)
    private Mode mode = Mode.LIVE;

    @Column(name = "asked_by")
    private String askedBy = "";

    @Column(name = "asked_at")
    private Instant askedAt = Instant.EPOCH;

    @Embedded private DryRunPhaseColumns phase = DryRunPhaseColumns.NONE;

    protected DryRunRow() {}

    DryRunRow(UUID id) {
        this.id = id;
    }

    @Override
    public void copyFrom(DryRun run) {
        ruleVersion = run.of().value();
        store = run.store().value();
        content = run.content().hex();
        mode = run.mode();
        askedBy = run.askedBy().name();
        askedAt = run.askedAt();
        phase = DryRunPhaseColumns.of(run.phase());
    }

    @Override
    public Version version() {
        return AuditedRow.version(version);
    }

    DryRun toDomain() {
        return new DryRun(
                new DryRunId(id),
                new RuleVersionId(ruleVersion),
                new StoreId(store),
                new Sha256(content),
                mode,
                new Actor.Person(askedBy),
                askedAt,
                phase.toDomain(),
                version());
    }

    boolean isWithin(StoreScope scope) {
        return scope.covers(new StoreId(store));
    }
}
