package dev.cordon.application.notification;

import dev.cordon.domain.notification.WebhookDelivery.Attempt;
import dev.cordon.domain.notification.WebhookMessage;
import dev.cordon.domain.notification.WebhookUrl;
import java.time.Instant;
import java.util.List;

/**
 * Hands a message over by HTTP, signed (Standard Webhooks 1.0). Bounded in time and size, follows
 * no redirect, and reaches no private network.
 */
public interface WebhookSender {

    /**
     * @param secrets to sign with, each in its own signature
     * @param at the moment of the try, which is signed too
     * @return what came of it; never fails
     */
    Attempt send(WebhookUrl url, WebhookMessage message, List<String> secrets, Instant at);
}
