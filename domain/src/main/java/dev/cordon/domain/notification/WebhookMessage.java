package dev.cordon.domain.notification;

import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StoreId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an endpoint is told. It says what happened to what and no more: who may know more
 * asks for it.
 *
 * @param id the same however often it is sent, so that a receiver knows it again
 * @param at when it happened
 * @param subject the alert or the incident; the endpoint itself for a test
 * @param reference what the subject is called
 * @param store null for a test
 * @param production whether the store is the one that customers use
 */
public record WebhookMessage(
        UUID id,
        WebhookType type,
        Instant at,
        UUID subject,
        String reference,
        @Nullable StoreId store,
        Mode mode,
        boolean production) {}
