package dev.cordon.infra.persistence.detection;

import dev.cordon.domain.detection.intake.SourceToken;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.Version;
import dev.cordon.infra.persistence.AuditedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;

/** A sender's token; its secret's hash is in no history. */
@Entity
@Table(name = "source_token")
@Audited
class SourceTokenRow implements AuditedRow<SourceToken> {

    @Id private UUID id = new UUID(0, 0);

    @jakarta.persistence.Version private long version;

    private String source = "";
    private String name = "";

    @NotAudited
    @Column(name = "secret_hash")
    private String secretHash = "";

    @Column(name = "created_at")
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "expires_at")
    private Instant expiresAt = Instant.EPOCH;

    private boolean revoked;

    protected SourceTokenRow() {}

    SourceTokenRow(UUID id) {
        this.id = id;
    }

    @Override
    public void copyFrom(SourceToken token) {
        source = token.source().value();
        name = token.name();
        secretHash = token.secretHash().hex();
        createdAt = token.createdAt();
        expiresAt = token.expiresAt();
        revoked = token.revoked();
    }

    @Override
    public Version version() {
        return AuditedRow.version(version);
    }

    SourceToken toDomain() {
        return new SourceToken(
                id,
                new SourceId(source),
                name,
                new Sha256(secretHash),
                createdAt,
                expiresAt,
                revoked,
                version());
    }
}
