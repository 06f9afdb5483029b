package dev.cordon.application.notification;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.notification.WebhookEndpoint;
import dev.cordon.domain.notification.WebhookEndpointId;
import dev.cordon.domain.notification.WebhookMessage;
import dev.cordon.domain.notification.WebhookType;
import dev.cordon.domain.people.Permission;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** Sends an endpoint a message that says nothing, to see whether it gets there. */
@UseCase
public class TestWebhookEndpoint {

    private final WebhookEndpoints endpoints;
    private final WebhookDeliveries deliveries;
    private final Caller caller;
    private final Ids ids;
    private final InstantSource clock;

    TestWebhookEndpoint(
            WebhookEndpoints endpoints,
            WebhookDeliveries deliveries,
            Caller caller,
            Ids ids,
            InstantSource clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @return the message, to be found among the deliveries
     * @throws IllegalTransition if it is off
     */
    @Requires(Permission.WEBHOOK_MANAGE)
    public UUID test(WebhookEndpointId id) {
        var endpoint = endpoints.get(id, caller.scope());
        endpoint.requireOn("be tried out");
        var now = clock.instant();
        var message = message(endpoint, now);
        deliveries.add(message, id, now);
        return message.id();
    }

    private WebhookMessage message(WebhookEndpoint endpoint, Instant now) {
        return new WebhookMessage(
                ids.next(),
                WebhookType.TEST,
                now,
                endpoint.id().value(),
                "test",
                null,
                Mode.LIVE,
                false);
    }
}
