package dev.cordon.infra.intake.payment;

import static dev.cordon.domain.detection.intake.PaymentFact.ORDER_CANCELLED;
import static dev.cordon.domain.detection.intake.PaymentFact.ORDER_FAILED;
import static dev.cordon.domain.detection.intake.PaymentFact.ORDER_PAID;
import static dev.cordon.domain.detection.intake.PaymentFact.ORDER_PENDING;
import static dev.cordon.domain.detection.intake.PaymentFact.ORDER_REFUNDED;
import static dev.cordon.domain.detection.intake.PaymentFact.ORDER_UPDATED;

import dev.cordon.application.detection.PaymentWebhooks.Delivery;
import dev.cordon.application.detection.PaymentWebhooks.Opened;
import dev.cordon.application.detection.PaymentWebhooks.Reading;
import dev.cordon.application.detection.WebhookRefused;
import dev.cordon.domain.detection.intake.PaymentFact;
import dev.cordon.domain.detection.intake.PaymentProvider;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * WooCommerce's webhooks: {@code X-WC-Webhook-Signature} is the Base64 HMAC-SHA256 of the body. No
 * header is signed, nor any time: what was told before is known by the body, under whatever
 * delivery id it comes, so that nobody can make it count twice by changing a header.
 */
final class WooCommerceDoor implements ProviderDoor {

    static final String HEADER = "X-WC-Webhook-Signature";

    private static final String TOPIC = "X-WC-Webhook-Topic";
    private static final String DELIVERY = "X-WC-Webhook-Delivery-ID";
    private static final int LONGEST_PING = 64;
    private static final Pattern PING = Pattern.compile("webhook_id=[0-9]{1,20}");
    private static final Pattern ZERO = Pattern.compile("-?0+(\\.0+)?");

    /** Later an order is touched for many reasons, and its state is no news. */
    private static final Duration NEWS = Duration.ofHours(1);

    private final InstantSource clock;

    WooCommerceDoor(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Reading read(Delivery delivery, List<Opened> secrets) throws WebhookRefused {
        var header = Headers.find(delivery, HEADER);
        if (header.isEmpty() && isPing(delivery.body())) {
            return new Reading.Ping();
        }
        var given = List.of(Hmac.base64(header.orElseThrow(() -> Refusals.unsigned(HEADER))));
        boolean fits = false;
        for (var each : secrets) {
            fits |= Hmac.isOneOf(given, Hmac.of(each.secret(), delivery.body()));
        }
        if (!fits) {
            throw Refusals.wrong();
        }
        return event(delivery, Payload.of(delivery.body()));
    }

    private static boolean isPing(byte[] body) {
        return body.length <= LONGEST_PING
                && PING.matcher(new String(body, StandardCharsets.US_ASCII).strip()).matches();
    }

    /** A state is news once, and a failure each time; how often it was saved since says nothing. */
    private Reading event(Delivery delivery, Payload body) {
        var changed = body.moment("/date_modified_gmt");
        var isOrder = body.has("/order_key") && body.has("/status") && body.has("/total");
        var fact = isOrder ? fact(body, changed) : ORDER_UPDATED;
        var line =
                new EventLine(
                                PaymentProvider.WOOCOMMERCE,
                                fact,
                                Objects.requireNonNullElse(changed, clock.instant()))
                        .type(Headers.find(delivery, TOPIC).orElse(null))
                        .event(Headers.find(delivery, DELIVERY).orElse(null));
        if (isOrder) {
            order(body, line);
        }
        return new Reading.Told(
                Names.of(PaymentProvider.WOOCOMMERCE, once(fact, body, changed), delivery.body()),
                line.text());
    }

    /**
     * A store keeps one order for all cards that somebody tries in a session: each failure is news,
     * and they differ by when the order was saved.
     */
    private static @Nullable String once(
            PaymentFact fact, Payload order, @Nullable Instant changed) {
        if (fact == ORDER_UPDATED) {
            return null;
        }
        var state = "order/" + order.text("/id") + "/" + order.text("/status");
        return fact == ORDER_FAILED && changed != null
                ? state + "/" + changed.truncatedTo(ChronoUnit.SECONDS)
                : state;
    }

    private static void order(Payload body, EventLine line) {
        line.reason(body.text("/status"))
                .order(body.text("/id"))
                .gateway(body.text("/payment_method"))
                .amount(body.text("/total"), body.text("/currency"))
                .address(body.text("/customer_ip_address"));
    }

    private static PaymentFact fact(Payload order, @Nullable Instant changed) {
        var made = order.moment("/date_created_gmt");
        boolean news =
                made != null
                        && changed != null
                        && Duration.between(made, changed).abs().compareTo(NEWS) <= 0;
        var state = news ? order.text("/status") : null;
        if (state == null) {
            return ORDER_UPDATED;
        }
        return switch (state) {
            case "failed" -> ORDER_FAILED;
            case "processing", "completed" -> isFree(order) ? ORDER_UPDATED : ORDER_PAID;
            case "pending", "on-hold", "checkout-draft" -> ORDER_PENDING;
            case "cancelled" -> ORDER_CANCELLED;
            case "refunded" -> ORDER_REFUNDED;
            default -> ORDER_UPDATED;
        };
    }

    /** What costs nothing was not paid, and says nothing about cards. */
    private static boolean isFree(Payload order) {
        var total = order.text("/total");
        return total == null || ZERO.matcher(total).matches();
    }
}
