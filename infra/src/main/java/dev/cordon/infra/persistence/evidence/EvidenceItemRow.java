package dev.cordon.infra.persistence.evidence;

import dev.cordon.domain.evidence.Acquisition;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Version;
import dev.cordon.infra.persistence.AuditedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "evidence_item")
@Audited
class EvidenceItemRow implements AuditedRow<EvidenceItem> {

    @Id private UUID id = new UUID(0, 0);

    @jakarta.persistence.Version private long version;

    private UUID incident = new UUID(0, 0);
    private UUID store = new UUID(0, 0);
    private String label = "";
    private String title = "";

    @Column(name = "original_name")
    private String originalName = "";

    private String content = "";
    private long size;

    @Column(name = "acquired_by")
    private String acquiredBy = "";

    @Column(name = "acquired_at")
    private Instant acquiredAt = Instant.EPOCH;

    private String method = "";
    private String tool = "";
    private String source = "";

    @Column(name = "covers_from")
    private @Nullable Instant coversFrom;

    @Column(name = "covers_to")
    private @Nullable Instant coversTo;

    protected EvidenceItemRow() {}

    EvidenceItemRow(UUID id) {
        this.id = id;
    }

    @Override
    public void copyFrom(EvidenceItem item) {
        incident = item.incident().value();
        store = item.store().value();
        label = item.label();
        title = item.title();
        originalName = item.originalName();
        content = item.content().hex();
        size = item.size();
        acquiredBy = item.acquisition().by().reference();
        acquiredAt = item.acquisition().at();
        method = item.acquisition().method();
        tool = item.acquisition().tool();
        source = item.acquisition().source();
        coversFrom = item.acquisition().coversFrom();
        coversTo = item.acquisition().coversTo();
    }

    @Override
    public Version version() {
        return AuditedRow.version(version);
    }

    EvidenceItem toDomain() {
        return new EvidenceItem(
                new EvidenceId(id),
                new IncidentId(incident),
                new StoreId(store),
                label,
                title,
                originalName,
                new Sha256(content),
                size,
                new Acquisition(
                        Actor.of(acquiredBy),
                        acquiredAt,
                        method,
                        tool,
                        source,
                        coversFrom,
                        coversTo),
                version());
    }

    boolean isWithin(StoreScope scope) {
        return scope.covers(new StoreId(store));
    }
}
