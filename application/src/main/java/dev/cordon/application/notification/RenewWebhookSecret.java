package dev.cordon.application.notification;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.notification.WebhookEndpointId;
import dev.cordon.domain.people.Permission;
import java.time.Duration;
import java.time.InstantSource;

/** Gives an endpoint a new secret. For a day messages carry the signature of the old one too. */
@UseCase
public class RenewWebhookSecret {

    /** So long the receiver has time to change over. */
    public static final Duration BOTH_ARE_GOOD = Duration.ofHours(24);

    /**
     * @param secret never shown again
     */
    public record Renewed(String secret) {
        @Override
        public String toString() {
            return "Renewed";
        }
    }

    private final WebhookEndpoints endpoints;
    private final WebhookSecrets secrets;
    private final Caller caller;
    private final InstantSource clock;

    RenewWebhookSecret(
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
    public Renewed renew(WebhookEndpointId id) {
        var endpoint = endpoints.get(id, caller.scope());
        var now = clock.instant();
        endpoints.save(endpoint.renewSecret(caller.person(), now));
        return new Renewed(secrets.renew(id, now, now.plus(BOTH_ARE_GOOD)));
    }
}
