package dev.cordon.infra.persistence.people;

import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.people.ApiToken;
import dev.cordon.domain.people.Permission;
import dev.cordon.infra.persistence.AuditedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;

/** A token; its secret's hash is in no history. */
@Entity
@Table(name = "api_token")
@Audited
class ApiTokenRow implements AuditedRow<ApiToken> {

    @Id private UUID id = new UUID(0, 0);

    @jakarta.persistence.Version private long version;

    private String owner = "";
    private String name = "";

    @NotAudited
    @Column(name = "secret_hash")
    private String secretHash = "";

    private String permissions = "";
    private String scope = "";

    @Column(name = "created_at")
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "expires_at")
    private Instant expiresAt = Instant.EPOCH;

    private boolean revoked;

    protected ApiTokenRow() {}

    ApiTokenRow(UUID id) {
        this.id = id;
    }

    @Override
    public void copyFrom(ApiToken token) {
        owner = token.owner();
        name = token.name();
        secretHash = token.secretHash().hex();
        permissions =
                token.permissions().stream()
                        .sorted()
                        .map(Permission::name)
                        .collect(Collectors.joining(","));
        scope = ScopeText.of(token.scope());
        createdAt = token.createdAt();
        expiresAt = token.expiresAt();
        revoked = token.revoked();
    }

    @Override
    public Version version() {
        return AuditedRow.version(version);
    }

    ApiToken toDomain() {
        return new ApiToken(
                id,
                owner,
                name,
                new Sha256(secretHash),
                Arrays.stream(permissions.split(","))
                        .map(Permission::valueOf)
                        .collect(Collectors.toSet()),
                ScopeText.parse(scope),
                createdAt,
                expiresAt,
                revoked,
                version());
    }
}
