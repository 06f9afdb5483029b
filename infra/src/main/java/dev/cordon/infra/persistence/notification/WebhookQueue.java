package dev.cordon.infra.persistence.notification;

import dev.cordon.domain.notification.WebhookEndpointId;

/** Asks for the job that sends what waits for an endpoint, in the running transaction. */
public interface WebhookQueue {

    void ask(WebhookEndpointId endpoint);
}
