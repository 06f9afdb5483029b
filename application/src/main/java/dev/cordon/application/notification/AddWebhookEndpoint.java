package dev.cordon.application.notification;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.notification.WebhookEndpoint;
import dev.cordon.domain.notification.WebhookEndpointId;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;

/** Tells a program outside what happens from now on. Its secret is shown once. */
@UseCase
public class AddWebhookEndpoint {

    /**
     * @param secret to check signatures with; never shown again
     */
    public record Added(WebhookEndpointId id, String secret) {
        @Override
        public String toString() {
            return "Added[id=" + id + "]";
        }
    }

    private final WebhookEndpoints endpoints;
    private final WebhookSecrets secrets;
    private final Caller caller;
    private final Ids ids;
    private final InstantSource clock;

    AddWebhookEndpoint(
            WebhookEndpoints endpoints,
            WebhookSecrets secrets,
            Caller caller,
            Ids ids,
            InstantSource clock) {
        this.endpoints = endpoints;
        this.secrets = secrets;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /** Of no more stores than the caller may manage webhooks for. */
    @Requires(Permission.WEBHOOK_MANAGE)
    public Added add(WebhookEndpoint.Wish wish) {
        WebhookScopes.require(wish.stores(), caller.scope());
        var id = new WebhookEndpointId(ids.next());
        var now = clock.instant();
        endpoints.save(WebhookEndpoint.add(id, wish, caller.person(), now));
        return new Added(id, secrets.renew(id, now, now));
    }
}
