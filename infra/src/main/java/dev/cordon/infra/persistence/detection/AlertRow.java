package dev.cordon.infra.persistence.detection;

import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.AlertOrigin;
import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Mode;
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
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "alert")
@Audited
class AlertRow implements AuditedRow<Alert> {

    @Id private UUID id = new UUID(0, 0);

    @jakarta.persistence.Version private long version;

    private UUID store = new UUID(0, 0);

    @Column(name = "source_type")
    private String sourceType = "";

    private String source = "";

    @Column(name = "source_ref")
    private String sourceRef = "";

    @Enumerated(EnumType.STRING)
    private Mode mode = Mode.LIVE;

    @Enumerated(EnumType.STRING)
    private AttackKind kind = AttackKind.LOGIN_BRUTEFORCE;

    @Enumerated(EnumType.STRING)
    private AlertSeverity severity = AlertSeverity.LOW;

    private String finding = "{}";

    @Embedded private @Nullable AlertNoteColumns note;

    @NotAudited @Embedded private AlertListColumns listed = AlertListColumns.NONE;

    @Column(name = "last_seen_at")
    private Instant lastSeenAt = Instant.EPOCH;

    @Column(name = "detected_at")
    private Instant detectedAt = Instant.EPOCH;

    @Column(name = "received_at")
    private Instant receivedAt = Instant.EPOCH;

    @Embedded private AlertPhaseColumns phase = AlertPhaseColumns.NONE;

    @Column(name = "taken_by")
    private @Nullable String takenBy;

    protected AlertRow() {}

    AlertRow(UUID id) {
        this.id = id;
    }

    @Override
    public void copyFrom(Alert alert) {
        store = alert.store().value();
        sourceType = alert.origin().sourceType();
        source = alert.origin().source();
        sourceRef = alert.origin().reference();
        mode = alert.mode();
        kind = alert.finding().kind();
        severity = alert.severity();
        finding = FindingJson.write(alert.finding());
        note = AlertNoteColumns.of(alert.note());
        listed = AlertListColumns.of(alert);
        lastSeenAt = alert.finding().lastSeenAt();
        detectedAt = alert.detectedAt();
        receivedAt = alert.receivedAt();
        phase = AlertPhaseColumns.of(alert.phase());
        var taker = alert.takenBy();
        takenBy = taker == null ? null : taker.name();
    }

    @Override
    public Version version() {
        return AuditedRow.version(version);
    }

    Alert toDomain() {
        return new Alert(
                new AlertId(id),
                new StoreId(store),
                new AlertOrigin(sourceType, source, sourceRef),
                mode,
                FindingJson.read(finding),
                note == null ? null : note.toDomain(),
                severity,
                detectedAt,
                receivedAt,
                phase.toDomain(),
                takenBy == null ? null : new Actor.Person(takenBy),
                version());
    }

    boolean isWithin(StoreScope scope) {
        return scope.covers(new StoreId(store));
    }

    int addressesKept() {
        return listed.addressesKept();
    }

    UUID id() {
        return id;
    }
}
