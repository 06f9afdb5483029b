package dev.cordon.infra.persistence.people;

import dev.cordon.application.people.ApiTokens;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.people.ApiToken;
import dev.cordon.infra.persistence.AuditedRows;
import dev.cordon.infra.persistence.Rows;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class JpaApiTokens implements ApiTokens {

    private final EntityManager em;
    private final AuditedRows rows;

    JpaApiTokens(EntityManager em, AuditedRows rows) {
        this.em = em;
        this.rows = rows;
    }

    @Override
    public Optional<ApiToken> find(UUID id) {
        return Optional.ofNullable(em.find(ApiTokenRow.class, id)).map(ApiTokenRow::toDomain);
    }

    @Override
    public Optional<ApiToken> findBySecret(Sha256 secretHash) {
        return tokens("r.secretHash = :value", secretHash.hex()).stream().findFirst();
    }

    @Override
    public List<ApiToken> of(String owner) {
        return tokens("r.owner = :value", owner);
    }

    @Override
    public void save(Transition<ApiToken> change) {
        var token = change.state();
        rows.save(ApiTokenRow.class, token.id(), token.version(), change, ApiTokenRow::new);
    }

    private List<ApiToken> tokens(String condition, String value) {
        return Rows.of(em, ApiTokenRow.class)
                .where(condition, "value", value)
                .all("r.createdAt desc, r.id desc")
                .stream()
                .map(ApiTokenRow::toDomain)
                .toList();
    }
}
