package dev.cordon.infra.intake.payment;

import static dev.cordon.domain.detection.intake.PaymentFact.PAYMENT_DISPUTED;
import static dev.cordon.domain.detection.intake.PaymentFact.PAYMENT_FAILED;
import static dev.cordon.domain.detection.intake.PaymentFact.PAYMENT_REFUNDED;
import static dev.cordon.domain.detection.intake.PaymentFact.PAYMENT_SUCCEEDED;
import static dev.cordon.domain.detection.intake.PaymentFact.PAYMENT_UPDATED;

import dev.cordon.application.detection.PaymentWebhooks.Delivery;
import dev.cordon.application.detection.PaymentWebhooks.Opened;
import dev.cordon.application.detection.PaymentWebhooks.Reading;
import dev.cordon.application.detection.WebhookRefused;
import dev.cordon.application.detection.WebhookRefused.Reason;
import dev.cordon.domain.detection.intake.PaymentFact;
import dev.cordon.domain.detection.intake.PaymentProvider;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Mollie's next-gen webhooks: {@code X-Mollie-Signature} is the hexadecimal HMAC-SHA256 of the
 * body, behind {@code sha256=} or alone, several while a secret is changed (Mollie, "Webhooks: Best
 * practices"). Its classic webhooks name a payment and are signed by nobody.
 */
final class MollieDoor implements ProviderDoor {

    static final String HEADER = "X-Mollie-Signature";

    private static final String PREFIX = "sha256=";
    private static final int MOST_SIGNATURES = 10;
    private static final int LONGEST_CLASSIC = 128;
    private static final Pattern CLASSIC = Pattern.compile("id=[A-Za-z]+_[A-Za-z0-9]+");

    private final InstantSource clock;

    MollieDoor(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Reading read(Delivery delivery, List<Opened> secrets) throws WebhookRefused {
        var header = Headers.find(delivery, HEADER);
        if (header.isEmpty() && isClassic(delivery.body())) {
            throw new WebhookRefused(
                    Reason.SIGNATURE,
                    "This is one of Mollie's classic webhooks, which nobody signs. Nothing was"
                            + " taken. Add a webhook in Mollie's dashboard under Developers,"
                            + " Webhooks, and set its signing secret in Cordon.");
        }
        var given = signatures(header.orElseThrow(() -> Refusals.unsigned(HEADER)));
        boolean fits = false;
        for (var each : secrets) {
            fits |= Hmac.isOneOf(given, Hmac.of(each.secret(), delivery.body()));
        }
        if (!fits) {
            throw Refusals.wrong();
        }
        return event(Payload.of(delivery.body()), delivery.body());
    }

    private static boolean isClassic(byte[] body) {
        return body.length <= LONGEST_CLASSIC
                && CLASSIC.matcher(new String(body, StandardCharsets.US_ASCII).strip()).matches();
    }

    private static List<byte[]> signatures(String header) {
        return Arrays.stream(header.split(",", -1))
                .limit(MOST_SIGNATURES)
                .map(String::strip)
                .map(each -> each.startsWith(PREFIX) ? each.substring(PREFIX.length()) : each)
                .map(Hmac::hex)
                .toList();
    }

    /** An event with what it is about in it, or what it is about alone. */
    private Reading event(Payload event, byte[] body) throws WebhookRefused {
        boolean wrapped = event.says("/resource", "event");
        var entity = wrapped ? "/_embedded/entity" : "";
        var kind = event.text(entity + "/resource");
        var type = wrapped ? event.text("/type") : kind;
        if (type == null) {
            throw Refusals.notUnderstood("The body is no event of Mollie");
        }
        var at =
                Objects.requireNonNullElse(
                        wrapped ? event.moment("/createdAt") : null, clock.instant());
        var id = wrapped ? event.text("/id") : null;
        var line =
                new EventLine(PaymentProvider.MOLLIE, fact(event, entity, kind, type), at)
                        .type(type)
                        .reason(
                                event.firstOf(
                                        entity + "/details/failureReason",
                                        entity + "/statusReason/code",
                                        entity + "/reason/code",
                                        entity + "/status"))
                        .event(id)
                        .payment(event.firstOf(entity + "/paymentId", entity + "/id", "/entityId"))
                        .order(
                                event.firstOf(
                                        entity + "/metadata/order_id",
                                        entity + "/metadata/orderId",
                                        entity + "/metadata"))
                        .amount(
                                event.firstOf(
                                        entity + "/amount/value", entity + "/resultAmount/value"),
                                event.firstOf(
                                        entity + "/amount/currency",
                                        entity + "/resultAmount/currency"));
        return new Reading.Told(Names.of(PaymentProvider.MOLLIE, id, body), line.text());
    }

    private static PaymentFact fact(
            Payload event, String entity, @Nullable String kind, String type) {
        if (type.equals("payment-link.paid") || type.equals("payment.paid")) {
            return PAYMENT_SUCCEEDED;
        }
        if (type.equals("payment.failed")) {
            return PAYMENT_FAILED;
        }
        boolean payment = "payment".equals(kind);
        if (payment && event.says(entity + "/status", "failed")) {
            return PAYMENT_FAILED;
        }
        if (payment && event.says(entity + "/status", "paid")) {
            return PAYMENT_SUCCEEDED;
        }
        var moved = event.text(entity + "/type");
        boolean balance = type.startsWith("balance-transaction.");
        if ("chargeback".equals(kind) || balance && "chargeback".equals(moved)) {
            return PAYMENT_DISPUTED;
        }
        if ("refund".equals(kind) || balance && "refund".equals(moved)) {
            return PAYMENT_REFUNDED;
        }
        return PAYMENT_UPDATED;
    }
}
