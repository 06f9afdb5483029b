package dev.cordon.application.notification;

import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.notification.WebhookEndpoint;
import dev.cordon.domain.notification.WebhookEndpointId;
import java.util.List;
import java.util.Optional;

/** All webhook endpoints. One that tells of more than the scope covers is not there. */
public interface WebhookEndpoints {

    Optional<WebhookEndpoint> find(WebhookEndpointId id, StoreScope scope);

    /** Those that were not removed, the oldest first. */
    List<WebhookEndpoint> all(StoreScope scope);

    /**
     * @throws StaleVersion if somebody else stored since the state was read
     */
    void save(Transition<WebhookEndpoint> change);

    default WebhookEndpoint get(WebhookEndpointId id, StoreScope scope) {
        return find(id, scope).orElseThrow(() -> new NotFound("webhook endpoint " + id));
    }

    /** The endpoint as the caller saw it. */
    default WebhookEndpoint get(WebhookEndpointId id, Version seen, StoreScope scope) {
        var endpoint = get(id, scope);
        if (!endpoint.version().equals(seen)) {
            throw new StaleVersion("webhook endpoint " + id, seen);
        }
        return endpoint;
    }
}
