package dev.cordon.infra.intake.payment;

import dev.cordon.application.detection.PaymentWebhooks.Delivery;
import dev.cordon.application.detection.PaymentWebhooks.Opened;
import dev.cordon.application.detection.PaymentWebhooks.Reading;
import dev.cordon.application.detection.WebhookRefused;
import dev.cordon.domain.detection.intake.HmacScheme;
import dev.cordon.domain.detection.intake.PaymentFact;
import dev.cordon.domain.detection.intake.PaymentProvider;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Webhooks of providers that are described and not known: the scheme says how they sign. */
final class HmacDoor implements ProviderDoor {

    private static final int LONGEST_TIME = 13;
    private static final long SECONDS_END = 100_000_000_000L;

    private final InstantSource clock;

    HmacDoor(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Reading read(Delivery delivery, List<Opened> secrets) throws WebhookRefused {
        HmacScheme fitting = null;
        boolean signed = false;
        for (var each : secrets) {
            var scheme = Objects.requireNonNull(each.scheme());
            var given = Headers.find(delivery, scheme.header());
            signed |= given.isPresent();
            if (given.isPresent() && fits(delivery, each.secret(), scheme, given.get())) {
                fitting = scheme;
            }
        }
        if (fitting == null) {
            throw signed
                    ? Refusals.wrong()
                    : Refusals.unsigned(
                            Objects.requireNonNull(secrets.getFirst().scheme()).header());
        }
        checkTime(delivery, fitting);
        return event(Payload.of(delivery.body()), delivery.body(), fitting);
    }

    private static boolean fits(
            Delivery delivery, String secret, HmacScheme scheme, String header) {
        if (!header.startsWith(scheme.prefix())) {
            return false;
        }
        var text = header.substring(scheme.prefix().length());
        var given =
                switch (scheme.encoding()) {
                    case HEX -> Hmac.hex(text);
                    case BASE64 -> Hmac.base64(text);
                };
        var begin = (time(delivery, scheme)).getBytes(StandardCharsets.UTF_8);
        return Hmac.isOneOf(List.of(given), Hmac.of(secret, begin, delivery.body()));
    }

    /** What is signed before the body. */
    private static String time(Delivery delivery, HmacScheme scheme) {
        var header = scheme.timestampHeader();
        return header == null ? "" : Headers.find(delivery, header).orElse("") + ".";
    }

    private void checkTime(Delivery delivery, HmacScheme scheme) throws WebhookRefused {
        var header = scheme.timestampHeader();
        if (header == null) {
            return;
        }
        var at = moment(Headers.get(delivery, header));
        if (at == null) {
            throw Refusals.unsigned(header);
        }
        if (Duration.between(at, clock.instant()).abs().compareTo(scheme.tolerance()) > 0) {
            throw Refusals.ofAnotherTime();
        }
    }

    private static @Nullable Instant moment(String text) {
        if (text.length() > LONGEST_TIME || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        long number = Long.parseLong(text);
        return number < SECONDS_END ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
    }

    private Reading event(Payload event, byte[] body, HmacScheme scheme) throws WebhookRefused {
        var places = scheme.places();
        var type = event.text(places.type());
        if (type == null) {
            throw Refusals.notUnderstood("The body says no type at " + places.type());
        }
        var fact = scheme.types().getOrDefault(type, PaymentFact.PAYMENT_UPDATED);
        var at = places.time() == null ? null : event.moment(places.time());
        var id = text(event, places.id());
        var line =
                new EventLine(
                                PaymentProvider.HMAC,
                                fact,
                                Objects.requireNonNullElse(at, clock.instant()))
                        .type(type)
                        .outcome(text(event, places.outcome()))
                        .reason(text(event, places.reason()))
                        .event(id)
                        .order(text(event, places.order()))
                        .amount(text(event, places.amount()), text(event, places.currency()))
                        .address(text(event, places.ip()));
        return new Reading.Told(Names.of(scheme, id, body), line.text());
    }

    private static @Nullable String text(Payload event, @Nullable String place) {
        return place == null ? null : event.text(place);
    }
}
