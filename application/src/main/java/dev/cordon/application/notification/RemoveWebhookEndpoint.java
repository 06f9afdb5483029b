package dev.cordon.application.notification;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.notification.WebhookEndpointId;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;

/** Takes an endpoint away, with its secrets. */
@UseCase
public class RemoveWebhookEndpoint {

    public record Command(WebhookEndpointId endpoint, Version seen) {}

    private final WebhookEndpoints endpoints;
    private final WebhookSecrets secrets;
    private final Caller caller;
    private final InstantSource clock;

    RemoveWebhookEndpoint(
            WebhookEndpoints endpoints,
            WebhookSecrets secrets,
            Caller caller,
            InstantSource clock) {
        this.endpoints = endpoints;
        this.secrets = secrets;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.WEBHOOK_MANAGE)
    public void remove(Command command) {
        var endpoint = endpoints.get(command.endpoint(), command.seen(), caller.scope());
        endpoints.save(endpoint.remove(caller.person(), clock.instant()));
        secrets.forget(endpoint.id());
    }
}
