package dev.cordon.infra.persistence.detection;

import dev.cordon.domain.detection.keeping.LegalHold;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Version;
import dev.cordon.infra.persistence.AuditedRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "legal_hold")
@Audited
class LegalHoldRow implements AuditedRow<LegalHold> {

    @Id private UUID id = new UUID(0, 0);

    @jakarta.persistence.Version private long version;

    private UUID store = new UUID(0, 0);
    private @Nullable String source;
    private String reason = "";
    private String placedBy = "";
    private Instant placedAt = Instant.EPOCH;
    private @Nullable String releaseReason;
    private @Nullable String releasedBy;
    private @Nullable Instant releasedAt;

    protected LegalHoldRow() {}

    LegalHoldRow(UUID id) {
        this.id = id;
    }

    @Override
    public void copyFrom(LegalHold hold) {
        store = hold.store().value();
        source = hold.source() == null ? null : hold.source().value();
        reason = hold.reason();
        placedBy = hold.by().reference();
        placedAt = hold.at();
        var released = hold.released();
        releaseReason = released == null ? null : released.reason();
        releasedBy = released == null ? null : released.by().reference();
        releasedAt = released == null ? null : released.at();
    }

    @Override
    public Version version() {
        return AuditedRow.version(version);
    }

    LegalHold toDomain() {
        return new LegalHold(
                id,
                new StoreId(store),
                source == null ? null : new SourceId(source),
                reason,
                Actor.of(placedBy),
                placedAt,
                release(),
                version());
    }

    boolean isWithin(StoreScope scope) {
        return scope.covers(new StoreId(store));
    }

    private LegalHold.@Nullable Release release() {
        return releaseReason == null || releasedBy == null || releasedAt == null
                ? null
                : new LegalHold.Release(releaseReason, Actor.of(releasedBy), releasedAt);
    }
}
