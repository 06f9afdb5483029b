package dev.cordon.infra.persistence.detection;

import dev.cordon.application.detection.SourceTokens;
import dev.cordon.domain.detection.intake.SourceToken;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.infra.persistence.AuditedRows;
import dev.cordon.infra.persistence.Rows;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class JpaSourceTokens implements SourceTokens {

    private final EntityManager em;
    private final AuditedRows rows;

    JpaSourceTokens(EntityManager em, AuditedRows rows) {
        this.em = em;
        this.rows = rows;
    }

    @Override
    public Optional<SourceToken> find(UUID id) {
        return Optional.ofNullable(em.find(SourceTokenRow.class, id)).map(SourceTokenRow::toDomain);
    }

    @Override
    public List<SourceToken> of(SourceId source) {
        return all(
                Rows.of(em, SourceTokenRow.class)
                        .where("r.source = :source", "source", source.value()));
    }

    @Override
    public List<SourceToken> usable(Instant at) {
        return all(
                Rows.of(em, SourceTokenRow.class)
                        .where("r.revoked = false")
                        .where("r.expiresAt > :at", "at", at));
    }

    @Override
    public void save(Transition<SourceToken> change) {
        var token = change.state();
        rows.save(SourceTokenRow.class, token.id(), token.version(), change, SourceTokenRow::new);
    }

    private static List<SourceToken> all(Rows<SourceTokenRow> rows) {
        return rows.all("r.createdAt desc, r.id desc").stream()
                .map(SourceTokenRow::toDomain)
                .toList();
    }
}
