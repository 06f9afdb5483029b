package dev.cordon.application.notification;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Page;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.notification.WebhookDelivery;
import dev.cordon.domain.notification.WebhookDelivery.Attempt;
import dev.cordon.domain.notification.WebhookEndpoint;
import dev.cordon.domain.notification.WebhookEndpointId;
import dev.cordon.domain.people.Permission;
import java.util.List;
import java.util.UUID;

/** Webhook endpoints and what they were told, for those who manage them. */
@Queries
public class WebhookQueries {

    private final WebhookEndpoints endpoints;
    private final WebhookDeliveries deliveries;
    private final Caller caller;

    WebhookQueries(WebhookEndpoints endpoints, WebhookDeliveries deliveries, Caller caller) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.caller = caller;
    }

    @Requires(Permission.WEBHOOK_MANAGE)
    public List<WebhookEndpoint> endpoints() {
        return endpoints.all(caller.scope());
    }

    @Requires(Permission.WEBHOOK_MANAGE)
    public WebhookEndpoint endpoint(WebhookEndpointId id) {
        return endpoints.get(id, caller.scope());
    }

    /** Latest first. */
    @Requires(Permission.WEBHOOK_MANAGE)
    public Page<WebhookDelivery> deliveries(WebhookEndpointId id, Page.Request page) {
        return deliveries.list(endpoints.get(id, caller.scope()).id(), page);
    }

    /** The earliest first. */
    @Requires(Permission.WEBHOOK_MANAGE)
    public List<Attempt> attempts(WebhookEndpointId id, UUID message) {
        var endpoint = endpoints.get(id, caller.scope()).id();
        return deliveries.attempts(endpoint, deliveries.get(endpoint, message).message().id());
    }
}
