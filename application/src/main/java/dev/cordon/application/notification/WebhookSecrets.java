package dev.cordon.application.notification;

import dev.cordon.domain.notification.WebhookEndpointId;
import java.time.Instant;
import java.util.List;

/** What messages are signed with; sealed at rest (Standard Webhooks 1.0, signature scheme). */
public interface WebhookSecrets {

    /**
     * Makes a new secret of 256 random bits. What was good before is good until then.
     *
     * @return {@code whsec_} and the bits in Base64; to be shown once
     */
    String renew(WebhookEndpointId endpoint, Instant at, Instant oldOnesUntil);

    /** Those that are good at that moment, the newest first. */
    List<String> of(WebhookEndpointId endpoint, Instant at);

    /** Makes them unreadable, for good. */
    void forget(WebhookEndpointId endpoint);
}
