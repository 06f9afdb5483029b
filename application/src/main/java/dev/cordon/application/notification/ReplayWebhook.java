package dev.cordon.application.notification;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.notification.WebhookDelivery.State;
import dev.cordon.domain.notification.WebhookEndpointId;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;
import java.util.UUID;

/** Has a message sent again, under its old id: a receiver that has it already knows it. */
@UseCase
public class ReplayWebhook {

    public record Command(WebhookEndpointId endpoint, UUID message) {}

    private final WebhookEndpoints endpoints;
    private final WebhookDeliveries deliveries;
    private final Caller caller;
    private final InstantSource clock;

    ReplayWebhook(
            WebhookEndpoints endpoints,
            WebhookDeliveries deliveries,
            Caller caller,
            InstantSource clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @throws IllegalTransition if the endpoint is off, or the message waits to be sent anyway
     */
    @Requires(Permission.WEBHOOK_MANAGE)
    public void replay(Command command) {
        var endpoint = endpoints.get(command.endpoint(), caller.scope());
        endpoint.requireOn("be sent to");
        var delivery = deliveries.get(endpoint.id(), command.message());
        if (delivery.state() == State.PENDING) {
            throw new IllegalTransition(
                    "webhook " + command.message(), delivery.state().name(), "be sent again");
        }
        deliveries.again(delivery.again(clock.instant()));
    }
}
