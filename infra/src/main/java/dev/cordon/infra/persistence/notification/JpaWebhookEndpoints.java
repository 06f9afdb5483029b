package dev.cordon.infra.persistence.notification;

import dev.cordon.application.notification.WebhookEndpoints;
import dev.cordon.application.notification.WebhookScopes;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.notification.WebhookEndpoint;
import dev.cordon.domain.notification.WebhookEndpointId;
import dev.cordon.domain.notification.WebhookState;
import dev.cordon.infra.persistence.AuditedRows;
import dev.cordon.infra.persistence.Rows;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

@Repository
class JpaWebhookEndpoints implements WebhookEndpoints {

    private final EntityManager em;
    private final AuditedRows rows;

    JpaWebhookEndpoints(EntityManager em, AuditedRows rows) {
        this.em = em;
        this.rows = rows;
    }

    @Override
    public Optional<WebhookEndpoint> find(WebhookEndpointId id, StoreScope scope) {
        return Optional.ofNullable(em.find(WebhookEndpointRow.class, id.value()))
                .map(WebhookEndpointRow::toDomain)
                .filter(endpoint -> endpoint.state() != WebhookState.REMOVED)
                .filter(endpoint -> WebhookScopes.isWithin(endpoint.wish().stores(), scope));
    }

    /** There are a handful: the scope is held against each. */
    @Override
    public List<WebhookEndpoint> all(StoreScope scope) {
        return Rows.of(em, WebhookEndpointRow.class)
                .where("r.state <> :gone", "gone", WebhookState.REMOVED)
                .all("r.addedAt, r.id")
                .stream()
                .map(WebhookEndpointRow::toDomain)
                .filter(endpoint -> WebhookScopes.isWithin(endpoint.wish().stores(), scope))
                .toList();
    }

    @Override
    public void save(Transition<WebhookEndpoint> change) {
        var endpoint = change.state();
        rows.save(
                WebhookEndpointRow.class,
                endpoint.id().value(),
                endpoint.version(),
                change,
                WebhookEndpointRow::new);
    }
}
