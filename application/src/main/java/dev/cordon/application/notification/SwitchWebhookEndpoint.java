package dev.cordon.application.notification;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.notification.WebhookEndpointId;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;

/** Switches an endpoint on or off. What happens while it is off is never sent. */
@UseCase
public class SwitchWebhookEndpoint {

    public record Command(WebhookEndpointId endpoint, Version seen, boolean on) {}

    private final WebhookEndpoints endpoints;
    private final Caller caller;
    private final InstantSource clock;

    SwitchWebhookEndpoint(WebhookEndpoints endpoints, Caller caller, InstantSource clock) {
        this.endpoints = endpoints;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.WEBHOOK_MANAGE)
    public void turn(Command command) {
        var endpoint = endpoints.get(command.endpoint(), command.seen(), caller.scope());
        var by = caller.person();
        var now = clock.instant();
        endpoints.save(command.on() ? endpoint.switchOn(by, now) : endpoint.switchOff(by, now));
    }
}
