package dev.cordon.domain.notification;

import java.util.UUID;

/** The id of a webhook endpoint. */
public record WebhookEndpointId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
