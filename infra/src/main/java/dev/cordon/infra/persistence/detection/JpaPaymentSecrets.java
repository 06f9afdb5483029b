package dev.cordon.infra.persistence.detection;

import dev.cordon.application.detection.PaymentSecrets;
import dev.cordon.domain.detection.intake.PaymentSecret;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.infra.persistence.AuditedRows;
import dev.cordon.infra.persistence.Rows;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class JpaPaymentSecrets implements PaymentSecrets {

    private final EntityManager em;
    private final AuditedRows rows;

    JpaPaymentSecrets(EntityManager em, AuditedRows rows) {
        this.em = em;
        this.rows = rows;
    }

    @Override
    public Optional<PaymentSecret> find(UUID id) {
        return Optional.ofNullable(em.find(PaymentSecretRow.class, id))
                .map(PaymentSecretRow::toDomain);
    }

    @Override
    public List<PaymentSecret> of(SourceId source) {
        return all(held().where("r.source = :source", "source", source.value()));
    }

    @Override
    public List<PaymentSecret> all() {
        return all(held());
    }

    @Override
    public void save(Transition<PaymentSecret> change) {
        var secret = change.state();
        rows.save(
                PaymentSecretRow.class,
                secret.id(),
                secret.version(),
                change,
                PaymentSecretRow::new);
    }

    private Rows<PaymentSecretRow> held() {
        return Rows.of(em, PaymentSecretRow.class).where("r.removed = false");
    }

    private static List<PaymentSecret> all(Rows<PaymentSecretRow> rows) {
        return rows.all("r.addedAt desc, r.id desc").stream()
                .map(PaymentSecretRow::toDomain)
                .toList();
    }
}
