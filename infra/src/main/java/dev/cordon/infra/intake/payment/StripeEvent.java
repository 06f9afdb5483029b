package dev.cordon.infra.intake.payment;

import static dev.cordon.domain.detection.intake.PaymentFact.PAYMENT_DISPUTED;
import static dev.cordon.domain.detection.intake.PaymentFact.PAYMENT_DISPUTE_CLOSED;
import static dev.cordon.domain.detection.intake.PaymentFact.PAYMENT_FAILED;
import static dev.cordon.domain.detection.intake.PaymentFact.PAYMENT_FRAUD_WARNING;
import static dev.cordon.domain.detection.intake.PaymentFact.PAYMENT_REFUNDED;
import static dev.cordon.domain.detection.intake.PaymentFact.PAYMENT_SUCCEEDED;
import static dev.cordon.domain.detection.intake.PaymentFact.PAYMENT_UPDATED;

import dev.cordon.application.detection.PaymentWebhooks.Reading;
import dev.cordon.application.detection.WebhookRefused;
import dev.cordon.domain.detection.intake.PaymentFact;
import dev.cordon.domain.detection.intake.PaymentProvider;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an event object of Stripe's says (Stripe API, "Events"). One declined card is told of twice,
 * by its charge and by its payment intent: both have the charge's name, and one line.
 */
final class StripeEvent {

    private static final String OBJECT = "/data/object";

    /** Currencies without a smaller unit, and with one of a thousandth (Stripe, "Currencies"). */
    private static final Set<String> WHOLE =
            Set.of(
                    "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND",
                    "VUV", "XAF", "XOF", "XPF");

    private static final Set<String> THOUSANDTHS = Set.of("BHD", "JOD", "KWD", "OMR", "TND");

    private StripeEvent() {}

    static Reading read(Payload event, byte[] body, Instant now) throws WebhookRefused {
        var type = event.text("/type");
        if (type == null || !event.says("/object", "event")) {
            throw Refusals.notUnderstood("The body is no event of Stripe");
        }
        var fact = fact(type);
        var created = event.moment("/created");
        var charge = charge(event, type);
        boolean shared = charge != null && (fact == PAYMENT_FAILED || fact == PAYMENT_SUCCEEDED);
        var id = shared ? charge + "/" + fact.word() : event.text("/id");
        var line =
                new EventLine(
                                PaymentProvider.STRIPE,
                                fact,
                                Objects.requireNonNullElse(created, now))
                        .type(type)
                        .reason(reason(event, type))
                        .event(event.text("/id"))
                        .payment(charge == null ? event.text(OBJECT + "/id") : charge)
                        .order(event.text(OBJECT + "/metadata/order_id"))
                        .amount(amount(event, type), event.text(OBJECT + "/currency"))
                        .address(address(event));
        return new Reading.Told(Names.of(PaymentProvider.STRIPE, id, body), line.text());
    }

    private static PaymentFact fact(String type) {
        return switch (type) {
            case "charge.failed", "payment_intent.payment_failed", "setup_intent.setup_failed" ->
                    PAYMENT_FAILED;
            case "charge.succeeded", "payment_intent.succeeded" -> PAYMENT_SUCCEEDED;
            case "charge.refunded" -> PAYMENT_REFUNDED;
            case "charge.dispute.created" -> PAYMENT_DISPUTED;
            case "charge.dispute.closed" -> PAYMENT_DISPUTE_CLOSED;
            case "radar.early_fraud_warning.created", "review.opened" -> PAYMENT_FRAUD_WARNING;
            default -> PAYMENT_UPDATED;
        };
    }

    /**
     * The charge that it is about; null if it is about none. What a payment intent charged last is
     * not always what failed now: the error says.
     */
    private static @Nullable String charge(Payload event, String type) {
        return switch (type) {
            case "charge.failed", "charge.succeeded", "charge.refunded" ->
                    event.text(OBJECT + "/id");
            case "payment_intent.payment_failed" ->
                    event.text(OBJECT + "/last_payment_error/charge");
            case "payment_intent.succeeded" ->
                    event.firstOf(
                            OBJECT + "/latest_charge",
                            OBJECT + "/latest_charge/id",
                            OBJECT + "/charges/data/0/id");
            default -> event.firstOf(OBJECT + "/charge", OBJECT + "/charge/id");
        };
    }

    private static @Nullable String reason(Payload event, String type) {
        return switch (type) {
            case "charge.dispute.closed" -> event.text(OBJECT + "/status");
            case "radar.early_fraud_warning.created" -> event.text(OBJECT + "/fraud_type");
            case "charge.failed" ->
                    event.firstOf(OBJECT + "/outcome/reason", OBJECT + "/failure_code");
            default ->
                    event.firstOf(
                            OBJECT + "/last_payment_error/decline_code",
                            OBJECT + "/last_payment_error/code",
                            OBJECT + "/last_setup_error/decline_code",
                            OBJECT + "/last_setup_error/code",
                            OBJECT + "/reason");
        };
    }

    private static @Nullable String amount(Payload event, String type) {
        boolean refund = type.equals("charge.refunded");
        var units = event.wholeNumber(OBJECT + (refund ? "/amount_refunded" : "/amount"));
        var currency = event.text(OBJECT + "/currency");
        if (units == null || currency == null) {
            return null;
        }
        var code = currency.toUpperCase(Locale.ROOT);
        int digits = WHOLE.contains(code) ? 0 : THOUSANDTHS.contains(code) ? 3 : 2;
        return BigDecimal.valueOf(units, digits).toPlainString();
    }

    /** Stripe knows it of reviews and mandates; stores may put it into the metadata. */
    private static @Nullable String address(Payload event) {
        return event.firstOf(
                OBJECT + "/metadata/customer_ip_address",
                OBJECT + "/ip_address",
                OBJECT + "/mandate/customer_acceptance/online/ip_address");
    }
}
