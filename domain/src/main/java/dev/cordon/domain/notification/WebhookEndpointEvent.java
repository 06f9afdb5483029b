package dev.cordon.domain.notification;

import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.DomainEvent;
import java.time.Instant;

/** What happens to a webhook endpoint. */
public sealed interface WebhookEndpointEvent extends DomainEvent {

    WebhookEndpointId endpoint();

    record WebhookEndpointAdded(WebhookEndpointId endpoint, Instant at, Actor by)
            implements WebhookEndpointEvent {}

    record WebhookEndpointChanged(WebhookEndpointId endpoint, Instant at, Actor by)
            implements WebhookEndpointEvent {}

    record WebhookEndpointSwitched(WebhookEndpointId endpoint, boolean on, Instant at, Actor by)
            implements WebhookEndpointEvent {}

    /** It has a new secret; the old one is good for a while. */
    record WebhookSecretRenewed(WebhookEndpointId endpoint, Instant at, Actor by)
            implements WebhookEndpointEvent {}

    /** The program switched it off by itself. */
    record WebhookEndpointDisabled(
            WebhookEndpointId endpoint, WebhookState why, Instant at, Actor by)
            implements WebhookEndpointEvent {}

    record WebhookEndpointRemoved(WebhookEndpointId endpoint, Instant at, Actor by)
            implements WebhookEndpointEvent {}
}
