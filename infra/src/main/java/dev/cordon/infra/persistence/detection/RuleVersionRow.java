package dev.cordon.infra.persistence.detection;

import dev.cordon.domain.detection.tuning.RuleVersion;
import dev.cordon.domain.detection.tuning.RuleVersionId;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Version;
import dev.cordon.infra.persistence.AuditedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.envers.Audited;

@Entity
@Table(name = "rule_version")
@Audited
class RuleVersionRow implements AuditedRow<RuleVersion> {

    @Id private UUID id = new UUID(0, 0);

    @jakarta.persistence.Version private long version;

    private UUID store = new UUID(0, 0);
    private int number;
    private String tuning = "{}";
    private String reason = "";
    private String authors = "";

    @Column(name = "created_at")
    private Instant createdAt = Instant.EPOCH;

    @Embedded private RulePhaseColumns phase = RulePhaseColumns.NONE;

    protected RuleVersionRow() {}

    RuleVersionRow(UUID id) {
        this.id = id;
    }

    @Override
    public void copyFrom(RuleVersion state) {
        store = state.store().value();
        number = state.number();
        tuning = TuningJson.write(state.tuning());
        reason = state.reason();
        authors = String.join(" ", new TreeSet<>(state.authors()));
        createdAt = state.createdAt();
        phase = RulePhaseColumns.of(state.phase());
    }

    @Override
    public Version version() {
        return AuditedRow.version(version);
    }

    RuleVersion toDomain() {
        return new RuleVersion(
                new RuleVersionId(id),
                new StoreId(store),
                number,
                TuningJson.read(tuning),
                reason,
                Set.of(authors.split(" ")),
                createdAt,
                phase.toDomain(),
                version());
    }

    boolean isWithin(StoreScope scope) {
        return scope.covers(new StoreId(store));
    }
}
