package dev.cordon.infra.intake.payment;

import dev.cordon.application.detection.PaymentWebhooks.Delivery;
import dev.cordon.application.detection.PaymentWebhooks.Opened;
import dev.cordon.application.detection.PaymentWebhooks.Reading;
import dev.cordon.application.detection.WebhookRefused;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Stripe's webhooks: {@code Stripe-Signature: t=…,v1=…}, where each {@code v1} is the hexadecimal
 * HMAC-SHA256 of the time, a dot and the body (Stripe, "Verify webhook signatures manually"). Other
 * schemes beside it are ignored.
 */
final class StripeDoor implements ProviderDoor {

    static final String HEADER = "Stripe-Signature";

    /** What Stripe's own libraries allow. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final int LONGEST_TIME = 12;
    private static final int MOST_SIGNATURES = 10;

    private final InstantSource clock;

    StripeDoor(InstantSource clock) {
        this.clock = clock;
    }

    /** The parts of the header that count. */
    private record Signed(String time, List<byte[]> signatures) {}

    @Override
    public Reading read(Delivery delivery, List<Opened> secrets) throws WebhookRefused {
        var signed = signed(Headers.get(delivery, HEADER));
        var begin = (signed.time() + ".").getBytes(StandardCharsets.UTF_8);
        boolean fits = false;
        for (var each : secrets) {
            var code = Hmac.of(each.secret(), begin, delivery.body());
            fits |= Hmac.isOneOf(signed.signatures(), code);
        }
        if (!fits) {
            throw Refusals.wrong();
        }
        var at = Instant.ofEpochSecond(Long.parseLong(signed.time()));
        if (Duration.between(at, clock.instant()).abs().compareTo(TOLERANCE) > 0) {
            throw Refusals.ofAnotherTime();
        }
        return StripeEvent.read(Payload.of(delivery.body()), delivery.body(), clock.instant());
    }

    private static Signed signed(String header) throws WebhookRefused {
        var time = "";
        var signatures = new ArrayList<byte[]>();
        for (var part : header.split(",", -1)) {
            var text = part.strip();
            if (text.startsWith("t=")) {
                time = text.substring(2);
            } else if (text.startsWith("v1=") && signatures.size() < MOST_SIGNATURES) {
                signatures.add(Hmac.hex(text.substring(3)));
            }
        }
        boolean number = !time.isEmpty() && time.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!number || time.length() > LONGEST_TIME || signatures.isEmpty()) {
            throw Refusals.unsigned(HEADER);
        }
        return new Signed(time, signatures);
    }
}
