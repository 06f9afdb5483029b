package dev.cordon.infra.intake.payment;

import static dev.cordon.domain.detection.intake.PaymentFact.PAYMENT_DISPUTED;
import static dev.cordon.domain.detection.intake.PaymentFact.PAYMENT_DISPUTE_CLOSED;
import static dev.cordon.domain.detection.intake.PaymentFact.PAYMENT_FAILED;
import static dev.cordon.domain.detection.intake.PaymentFact.PAYMENT_REFUNDED;
import static dev.cordon.domain.detection.intake.PaymentFact.PAYMENT_SUCCEEDED;
import static dev.cordon.domain.detection.intake.PaymentFact.PAYMENT_UPDATED;

import dev.cordon.application.detection.PaymentWebhooks.Delivery;
import dev.cordon.application.detection.PaymentWebhooks.Opened;
import dev.cordon.application.detection.PaymentWebhooks.Reading;
import dev.cordon.application.detection.WebhookRefused;
import dev.cordon.domain.detection.intake.PaymentFact;
import dev.cordon.domain.detection.intake.PaymentProvider;
import dev.cordon.domain.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * PayPal's webhooks: SHA256withRSA over the transmission's id, its time, the webhook's id and the
 * body's CRC-32, with bars between (PayPal, "Verify webhook signatures", self verification). A
 * CRC-32 is easily met by another body, so that a transmission counts with one body alone.
 */
final class PayPalDoor implements ProviderDoor {

    static final String CERTIFICATE = "PAYPAL-CERT-URL";

    private static final String TRANSMISSION = "PAYPAL-TRANSMISSION-ID";
    private static final String TIME = "PAYPAL-TRANSMISSION-TIME";
    private static final String SIGNATURE = "PAYPAL-TRANSMISSION-SIG";
    private static final String ALGORITHM = "PAYPAL-AUTH-ALGO";

    /** PayPal tries for three days. */
    private static final Duration LONGEST_AGO = Duration.ofDays(4);

    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final int MOST_REMEMBERED = 10_000;

    private final PayPalSigner signer;
    private final InstantSource clock;
    private final Map<String, Sha256> transmissions = new LinkedHashMap<>();

    PayPalDoor(PayPalSigner signer, InstantSource clock) {
        this.signer = signer;
        this.clock = clock;
    }

    @Override
    public Reading read(Delivery delivery, List<Opened> webhooks) throws WebhookRefused {
        var transmission = Headers.get(delivery, TRANSMISSION);
        var time = Headers.get(delivery, TIME);
        var signature = Hmac.base64(Headers.get(delivery, SIGNATURE));
        if (!PLAIN.matcher(transmission).matches() || signature.length == 0) {
            throw Refusals.unsigned(SIGNATURE);
        }
        if (!Headers.get(delivery, ALGORITHM).equalsIgnoreCase("SHA256withRSA")) {
            throw Refusals.unsigned(ALGORITHM + ": SHA256withRSA");
        }
        checkTime(time);
        var key = signer.keyAt(Headers.get(delivery, CERTIFICATE), delivery.from());
        var begin = transmission + "|" + time + "|";
        var end = "|" + crc(delivery.body());
        boolean fits = false;
        for (var each : webhooks) {
            fits |= fits(key, begin + each.secret() + end, signature);
        }
        if (!fits || !isFirstBody(transmission, Sha256.of(delivery.body()))) {
            throw Refusals.wrong();
        }
        return event(Payload.of(delivery.body()), delivery.body());
    }

    private void checkTime(String text) throws WebhookRefused {
        try {
            var age = Duration.between(OffsetDateTime.parse(text).toInstant(), clock.instant());
            if (age.compareTo(LONGEST_AGO) > 0 || age.negated().compareTo(AHEAD) > 0) {
                throw Refusals.ofAnotherTime();
            }
        } catch (DateTimeException e) {
            throw Refusals.unsigned(TIME);
        }
    }

    private static long crc(byte[] body) {
        var crc = new CRC32();
        crc.update(body);
        return crc.getValue();
    }

    private static boolean fits(PublicKey key, String signed, byte[] signature) {
        try {
            var check = Signature.getInstance("SHA256withRSA");
            check.initVerify(key);
            check.update(signed.getBytes(StandardCharsets.UTF_8));
            return check.verify(signature);
        } catch (GeneralSecurityException notEvenOne) {
            return false;
        }
    }

    private synchronized boolean isFirstBody(String transmission, Sha256 body) {
        var first = transmissions.putIfAbsent(transmission, body);
        if (transmissions.size() > MOST_REMEMBERED) {
            transmissions.remove(transmissions.keySet().iterator().next());
        }
        return first == null || first.equals(body);
    }

    private Reading event(Payload event, byte[] body) throws WebhookRefused {
        var type = event.text("/event_type");
        if (type == null) {
            throw Refusals.notUnderstood("The body is no event of PayPal");
        }
        var at = Objects.requireNonNullElse(event.moment("/create_time"), clock.instant());
        return new Reading.Told(
                Names.of(PaymentProvider.PAYPAL, event.text("/id"), body), line(event, type, at));
    }

    private static String line(Payload event, String type, Instant at) {
        return new EventLine(PaymentProvider.PAYPAL, fact(type), at)
                .type(type)
                .reason(
                        event.firstOf(
                                "/resource/status_details/reason",
                                "/resource/reason_code",
                                "/resource/reason",
                                "/resource/dispute_outcome/outcome_code"))
                .event(event.text("/id"))
                .payment(event.firstOf("/resource/id", "/resource/dispute_id"))
                .order(
                        event.firstOf(
                                "/resource/custom_id",
                                "/resource/custom",
                                "/resource/invoice_id",
                                "/resource/supplementary_data/related_ids/order_id"))
                .amount(
                        event.firstOf(
                                "/resource/amount/value",
                                "/resource/amount/total",
                                "/resource/dispute_amount/value"),
                        event.firstOf(
                                "/resource/amount/currency_code",
                                "/resource/amount/currency",
                                "/resource/dispute_amount/currency_code"))
                .text();
    }

    private static PaymentFact fact(String type) {
        return switch (type) {
            case "PAYMENT.CAPTURE.DENIED", "PAYMENT.CAPTURE.DECLINED", "PAYMENT.SALE.DENIED" ->
                    PAYMENT_FAILED;
            case "PAYMENT.CAPTURE.COMPLETED", "PAYMENT.SALE.COMPLETED" -> PAYMENT_SUCCEEDED;
            case "PAYMENT.CAPTURE.REFUNDED", "PAYMENT.SALE.REFUNDED" -> PAYMENT_REFUNDED;
            case "PAYMENT.CAPTURE.REVERSED", "PAYMENT.SALE.REVERSED", "CUSTOMER.DISPUTE.CREATED" ->
                    PAYMENT_DISPUTED;
            case "CUSTOMER.DISPUTE.RESOLVED" -> PAYMENT_DISPUTE_CLOSED;
            default -> PAYMENT_UPDATED;
        };
    }
}
