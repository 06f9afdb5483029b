package dev.cordon.infra.intake.payment;

import dev.cordon.application.detection.WebhookRefused;
import dev.cordon.application.detection.WebhookRefused.Reason;
import dev.cordon.infra.http.RequestRate;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.TrustAnchor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows what PayPal signs with. What a webhook names is fetched from PayPal alone, seldom, and
 * remembered once it is proven, and proven again each time. Nothing is proven before: whoever makes
 * names up costs a few questions of their own, and soon none of those that others may ask.
 */
final class PayPalSigner {

    private static final Logger LOG = LoggerFactory.getLogger(PayPalSigner.class);

    private static final Pattern HOST = Pattern.compile("([a-z0-9-]+\\.)+paypal\\.com");
    private static final Pattern PATH =
            Pattern.compile("/v1/notifications/certs/[A-Za-z0-9-]{1,100}");
    private static final int MOST_KNOWN = 16;
    private static final int MOST_AT_ONCE = 2;
    private static final int MOST_IN_A_MINUTE = 20;
    private static final int MOST_OF_ONE_SENDER = 5;
    private static final Duration SENDER_WAITS = Duration.ofMinutes(1);
    private static final int MOST_FAILED = 1_000;
    private static final Duration FAILED_FOR = Duration.ofMinutes(2);

    private final PayPalCertificates certificates;
    private final Set<TrustAnchor> roots;
    private final InstantSource clock;
    private final Semaphore asking = new Semaphore(MOST_AT_ONCE);
    private final Map<URI, byte[]> known = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<URI, Instant> failed = new LinkedHashMap<>();
    private final RequestRate ofSender;
    private Instant minute = Instant.EPOCH;
    private int askedInMinute;

    PayPalSigner(PayPalCertificates certificates, Set<TrustAnchor> roots, InstantSource clock) {
        this.certificates = certificates;
        this.roots = Set.copyOf(roots);
        this.clock = clock;
        this.ofSender = new RequestRate(MOST_OF_ONE_SENDER, SENDER_WAITS, clock);
    }

    /**
     * @param named where the webhook says that the certificate lies
     * @param from the address that the webhook came from
     * @throws WebhookRefused if that is not PayPal, not to be had now, or not proven
     */
    PublicKey keyAt(String named, String from) throws WebhookRefused {
        var at = payPals(named);
        var remembered = remembered(at);
        if (remembered != null) {
            try {
                return SignerChain.of(remembered, roots).signer().getPublicKey();
            } catch (GeneralSecurityException e) {
                LOG.info("a certificate of PayPal's is over at={}", at, e);
            }
        }
        return fetched(at, from).signer().getPublicKey();
    }

    /** The address, if it is one of PayPal's for certificates. */
    private static URI payPals(String named) throws WebhookRefused {
        try {
            var at = URI.create(named);
            boolean plain =
                    at.getRawUserInfo() == null
                            && at.getRawQuery() == null
                            && at.getRawFragment() == null
                            && (at.getPort() == -1 || at.getPort() == 443);
            if (plain
                    && "https".equals(at.getScheme())
                    && at.getHost() != null
                    && HOST.matcher(at.getHost()).matches()
                    && PATH.matcher(at.getRawPath()).matches()) {
                return at;
            }
        } catch (IllegalArgumentException noAddress) {
            LOG.debug("no address of a certificate", noAddress);
        }
        throw new WebhookRefused(
                Reason.SIGNATURE,
                PayPalDoor.CERTIFICATE
                        + " names no address of PayPal for certificates. Nothing was taken, and"
                        + " nothing was fetched.");
    }

    private SignerChain fetched(URI at, String from) throws WebhookRefused {
        if (hasFailed(at) || !ofSender.take(from) || !asking.tryAcquire()) {
            throw notNow(null);
        }
        try {
            if (!mayAsk()) {
                throw notNow(null);
            }
            var pem = certificates.fetch(at);
            var chain = SignerChain.of(pem, roots);
            remember(at, pem);
            return chain;
        } catch (IOException e) {
            fail(at);
            throw notNow(e);
        } catch (GeneralSecurityException e) {
            fail(at);
            LOG.warn("a certificate named by a webhook is not believed at={}", at, e);
            throw new WebhookRefused(
                    Reason.SIGNATURE,
                    "The certificate that it names does not lead to a root that is trusted, or is"
                            + " another's than PayPal's. Nothing was taken. If it is PayPal's, name"
                            + " its root in cordon.payments.paypal-roots.",
                    e);
        } finally {
            asking.release();
        }
    }

    private static WebhookRefused notNow(@Nullable Throwable cause) {
        return new WebhookRefused(
                Reason.NOT_NOW,
                "PayPal's certificate is not to be had right now. Nothing was taken; PayPal sends"
                        + " it again.",
                cause);
    }

    private synchronized boolean hasFailed(URI at) {
        var when = failed.get(at);
        return when != null
                && Duration.between(when, clock.instant()).abs().compareTo(FAILED_FOR) < 0;
    }

    private synchronized void fail(URI at) {
        failed.remove(at);
        failed.put(at, clock.instant());
        if (failed.size() > MOST_FAILED) {
            failed.remove(failed.keySet().iterator().next());
        }
    }

    private synchronized boolean mayAsk() {
        var now = clock.instant();
        if (Duration.between(minute, now).abs().compareTo(Duration.ofMinutes(1)) >= 0) {
            minute = now;
            askedInMinute = 0;
        }
        return askedInMinute++ < MOST_IN_A_MINUTE;
    }

    private synchronized byte @Nullable [] remembered(URI at) {
        return known.get(at);
    }

    private synchronized void remember(URI at, byte[] pem) {
        known.put(at, pem);
        if (known.size() > MOST_KNOWN) {
            known.remove(known.keySet().iterator().next());
        }
    }
}
