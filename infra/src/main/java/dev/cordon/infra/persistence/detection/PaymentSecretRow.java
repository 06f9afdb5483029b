package dev.cordon.infra.persistence.detection;

import dev.cordon.domain.detection.intake.HmacScheme;
import dev.cordon.domain.detection.intake.PaymentProvider;
import dev.cordon.domain.detection.intake.PaymentSecret;
import dev.cordon.domain.detection.log.SourceId;
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
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a provider's webhooks are checked with; encrypted, and in no history. */
@Entity
@Table(name = "payment_secret")
@Audited
class PaymentSecretRow implements AuditedRow<PaymentSecret> {

    @Id private UUID id = new UUID(0, 0);

    @jakarta.persistence.Version private long version;

    private String source = "";
    private String provider = "";
    @NotAudited private String sealed = "";
    private @Nullable String scheme;

    @Column(name = "added_at")
    private Instant addedAt = Instant.EPOCH;

    private boolean removed;

    protected PaymentSecretRow() {}

    PaymentSecretRow(UUID id) {
        this.id = id;
    }

    @Override
    public void copyFrom(PaymentSecret secret) {
        source = secret.source().value();
        provider = secret.provider().word();
        sealed = secret.sealed();
        var signed = secret.scheme();
        if (signed == null) {
            scheme = null;
        } else if (!signed.equals(scheme())) {
            scheme = JsonMapper.shared().writeValueAsString(signed);
        }
        addedAt = secret.addedAt();
        removed = secret.removed();
    }

    @Override
    public Version version() {
        return AuditedRow.version(version);
    }

    PaymentSecret toDomain() {
        return new PaymentSecret(
                id,
                new SourceId(source),
                PaymentProvider.named(provider).orElseThrow(),
                sealed,
                scheme(),
                addedAt,
                removed,
                version());
    }

    private @Nullable HmacScheme scheme() {
        return scheme == null ? null : JsonMapper.shared().readValue(scheme, HmacScheme.class);
    }
}
