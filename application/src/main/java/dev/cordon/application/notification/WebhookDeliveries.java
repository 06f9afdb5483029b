package dev.cordon.application.notification;

import dev.cordon.application.kernel.Page;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.notification.WebhookDelivery;
import dev.cordon.domain.notification.WebhookDelivery.Attempt;
import dev.cordon.domain.notification.WebhookEndpointId;
import dev.cordon.domain.notification.WebhookMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What endpoints are told, and what they answered. */
public interface WebhookDeliveries {

    /** Takes a message in, to be sent at once, and asks for the job that sends. */
    void add(WebhookMessage message, WebhookEndpointId endpoint, Instant at);

    Optional<WebhookDelivery> find(WebhookEndpointId endpoint, UUID message);

    /** The one that waits longest of those that may be tried now. */
    Optional<WebhookDelivery> due(WebhookEndpointId endpoint, Instant now);

    /** Keeps what came of a try. */
    void tried(WebhookDelivery after, Attempt attempt);

    /** Keeps that a person has it sent again, and asks for the job that sends. */
    void again(WebhookDelivery delivery);

    /** Until when the receiver asked to be left alone when it last did; maybe over since. */
    Optional<Instant> leftAloneUntil(WebhookEndpointId endpoint);

    /** Nothing that waits is tried before then. */
    void postpone(WebhookEndpointId endpoint, Instant until);

    /** Gives up what waits and was asked for before then. */
    void giveUp(WebhookEndpointId endpoint, Instant askedBefore);

    /** When something may be tried next; empty if nothing waits. */
    Optional<Instant> next(WebhookEndpointId endpoint);

    /**
     * Since when there was nothing but failure; empty if the last try was taken, or there was none.
     *
     * @param after tries up to then do not count
     */
    Optional<Instant> failingSince(WebhookEndpointId endpoint, Instant after);

    /** Latest first. */
    Page<WebhookDelivery> list(WebhookEndpointId endpoint, Page.Request page);

    /** The tries of a message, the earliest first. */
    List<Attempt> attempts(WebhookEndpointId endpoint, UUID message);

    /** Forgets what happened before then and is not waited for. */
    void forget(WebhookEndpointId endpoint, Instant before);

    default WebhookDelivery get(WebhookEndpointId endpoint, UUID message) {
        return find(endpoint, message)
                .orElseThrow(() -> new NotFound("webhook delivery " + message));
    }
}
