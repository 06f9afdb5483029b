package dev.cordon.infra.persistence.detection;

import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.Suppression;
import dev.cordon.domain.detection.SuppressionId;
import dev.cordon.domain.detection.SuppressionMatch;
import dev.cordon.domain.detection.rule.Cidr;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Version;
import dev.cordon.infra.persistence.AuditedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "suppression")
@Audited
class SuppressionRow implements AuditedRow<Suppression> {

    @Id private UUID id = new UUID(0, 0);

    @jakarta.persistence.Version private long version;

    private UUID store = new UUID(0, 0);

    @Enumerated(EnumType.STRING)
    private @Nullable AttackKind kind;

    private @Nullable String rule;
    private @Nullable String network;
    private @Nullable String source;

    @Enumerated(EnumType.STRING)
    @Column(name = "up_to")
    private AlertSeverity upTo = AlertSeverity.LOW;

    private String reason = "";

    @Column(name = "added_by")
    private String addedBy = "";

    private Instant since = Instant.EPOCH;
    private Instant until = Instant.EPOCH;

    @Column(name = "ended_by")
    private @Nullable String endedBy;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    protected SuppressionRow() {}

    SuppressionRow(UUID id) {
        this.id = id;
    }

    @Override
    public void copyFrom(Suppression suppression) {
        var match = suppression.match();
        store = suppression.store().value();
        kind = match.kind();
        rule = match.rule();
        network = match.network() == null ? null : match.network().text();
        source = match.source();
        upTo = suppression.upTo();
        reason = suppression.reason();
        addedBy = suppression.by().name();
        since = suppression.since();
        until = suppression.until();
        var end = suppression.end();
        endedBy = end == null ? null : end.by().name();
        endedAt = end == null ? null : end.at();
    }

    @Override
    public Version version() {
        return AuditedRow.version(version);
    }

    Suppression toDomain() {
        return new Suppression(
                new SuppressionId(id),
                new StoreId(store),
                new SuppressionMatch(kind, rule, network == null ? null : Cidr.of(network), source),
                upTo,
                reason,
                new Actor.Person(addedBy),
                since,
                until,
                endedBy == null || endedAt == null
                        ? null
                        : new Suppression.End(new Actor.Person(endedBy), endedAt),
                version());
    }

    boolean isWithin(StoreScope scope) {
        return scope.covers(new StoreId(store));
    }

    UUID id() {
        return id;
    }

    Instant since() {
        return since;
    }
}
