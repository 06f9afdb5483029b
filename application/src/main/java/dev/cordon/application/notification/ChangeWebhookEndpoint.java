package dev.cordon.application.notification;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.notification.WebhookEndpoint;
import dev.cordon.domain.notification.WebhookEndpointId;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;

/** Changes what is sent where. What waits goes to the new address. */
@UseCase
public class ChangeWebhookEndpoint {

    public record Command(WebhookEndpointId endpoint, Version seen, WebhookEndpoint.Wish wish) {}

    private final WebhookEndpoints endpoints;
    private final Caller caller;
    private final InstantSource clock;

    ChangeWebhookEndpoint(WebhookEndpoints endpoints, Caller caller, InstantSource clock) {
        this.endpoints = endpoints;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.WEBHOOK_MANAGE)
    public void change(Command command) {
        var endpoint = endpoints.get(command.endpoint(), command.seen(), caller.scope());
        WebhookScopes.require(command.wish().stores(), caller.scope());
        endpoints.save(endpoint.change(command.wish(), caller.person(), clock.instant()));
    }
}
