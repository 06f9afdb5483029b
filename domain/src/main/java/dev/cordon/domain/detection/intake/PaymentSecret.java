package dev.cordon.domain.detection.intake;

import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.DomainEvent;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a provider's webhooks to one log source are checked with: the secret that it signs with, or
 * PayPal's id of the webhook. It is the only thing that opens that door. Several hold at once, so
 * that one can replace another without a gap.
 *
 * @param sealed the secret, encrypted; empty once it was removed
 * @param scheme how it is signed with; null for providers that have a form of their own
 */
public record PaymentSecret(
        UUID id,
        SourceId source,
        PaymentProvider provider,
        String sealed,
        @Nullable HmacScheme scheme,
        Instant addedAt,
        boolean removed,
        Version version) {

    /** So many of one provider hold at once for a source. */
    public static final int MOST = 5;

    private static final int SHORTEST = 16;
    private static final int LONGEST = 256;

    public PaymentSecret {
        if ((provider == PaymentProvider.HMAC) != (scheme != null)) {
            throw new IllegalArgumentException(
                    "hmac needs a scheme that says how it signs, and no other provider has one");
        }
    }

    /**
     * Whether that may be a secret of the provider.
     *
     * @throws IllegalArgumentException with a sentence if not; the secret is not in it
     */
    public static void check(PaymentProvider provider, String secret) {
        if (secret.length() < SHORTEST
                || secret.length() > LONGEST
                || !secret.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw new IllegalArgumentException(
                    "a secret has 16 to 256 visible characters of ASCII, without spaces");
        }
        if (provider == PaymentProvider.STRIPE && !secret.startsWith("whsec_")) {
            throw new IllegalArgumentException(
                    "Stripe's signing secret begins with whsec_; it is on the page of the webhook"
                            + " endpoint, and is not the API key");
        }
    }

    public static Transition<PaymentSecret> add(
            UUID id,
            SourceId source,
            PaymentProvider provider,
            String sealed,
            @Nullable HmacScheme scheme,
            Actor by,
            Instant at) {
        var secret =
                new PaymentSecret(id, source, provider, sealed, scheme, at, false, Version.NEW);
        return Transition.to(secret, new PaymentSecretAdded(secret, at, by));
    }

    /** Forgets it: nothing that was signed with it is taken any more. */
    public Transition<PaymentSecret> remove(Actor by, Instant at) {
        var gone = new PaymentSecret(id, source, provider, "", scheme, addedAt, true, version);
        return Transition.to(gone, new PaymentSecretRemoved(gone, at, by));
    }

    /** A provider's webhooks are taken from now on. */
    public record PaymentSecretAdded(PaymentSecret secret, Instant at, Actor by)
            implements DomainEvent {}

    /** What is signed with it is not taken any more. */
    public record PaymentSecretRemoved(PaymentSecret secret, Instant at, Actor by)
            implements DomainEvent {}
}
