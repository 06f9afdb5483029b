package dev.cordon.infra.intake.payment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.detection.PaymentWebhooks.Delivery;
import dev.cordon.application.detection.PaymentWebhooks.Opened;
import dev.cordon.application.detection.PaymentWebhooks.Reading;
import dev.cordon.application.detection.WebhookRefused;
import dev.cordon.application.detection.WebhookRefused.Reason;
import dev.cordon.domain.detection.intake.PaymentProvider;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StripeDoorTest {

    private static final String SECRET = "whsec_test_secret_of_stripe";
    private static final long T = 1_795_420_800;
    private static final String FAILED =
            "{\"id\":\"evt_1Q\",\"object\":\"event\",\"created\":1795420800,"
                    + "\"type\":\"charge.failed\",\"data\":{\"object\":{\"id\":\"ch_1\","
                    + "\"object\":\"charge\",\"amount\":1999,\"currency\":\"eur\","
                    + "\"failure_code\":\"card_declined\",\"outcome\":{\"reason\":\"stolen_card\"},"
                    + "\"billing_details\":{\"name\":\"Anna Schmidt\",\"email\":\"anna@example.com\"},"
                    + "\"payment_method_details\":{\"card\":{\"last4\":\"4242\"}},"
                    + "\"metadata\":{\"order_id\":\"736\"}}}}";

    /** Of {@code 1795420800.} and the body, by {@code openssl dgst -sha256 -hmac}. */
    private static final String BY_OPENSSL =
            "9420e7cd530937698695d3f2f653f4ea0bd88016dc0030e42868384fa49db117";

    private Instant now = Instant.ofEpochSecond(T);
    private final StripeDoor door = new StripeDoor(() -> now);

    @Test
    void aDeclinedCardIsALineWithoutThePersonAndTheCard() throws WebhookRefused {
        var told =
                Doors.told(
                        door, sent(FAILED, "t=" + T + ",v1=" + BY_OPENSSL), Doors.secrets(SECRET));

        var line = Doors.line(told);
        assertThat(line.get("activity_name").asString()).isEqualTo("payment_failed");
        assertThat(line.get("time").asString()).isEqualTo("2026-11-23T08:00:00Z");
        assertThat(line.get("status_detail").asString()).isEqualTo("stolen_card");
        assertThat(line.get("unmapped.payment_id").asString()).isEqualTo("ch_1");
        assertThat(line.get("unmapped.order_id").asString()).isEqualTo("736");
        assertThat(line.get("unmapped.amount").asString()).isEqualTo("19.99");
        assertThat(line.get("unmapped.currency").asString()).isEqualTo("EUR");
        assertThat(told.line()).doesNotContain("Anna", "@", "4242").endsWith("\n");
    }

    @Test
    void oneSignatureOfSeveralIsEnoughAndOtherSchemesAreIgnored() throws WebhookRefused {
        var header =
                "t=" + T + ",v0=" + "0".repeat(64) + ",v1=" + "1".repeat(64) + ", v1=" + BY_OPENSSL;

        assertThat(told(sent(FAILED, header), Doors.secrets(SECRET))).isEqualTo("payment_failed");
    }

    @Test
    void theOldSchemeAloneOpensNothing() {
        refused(sent(FAILED, "t=" + T + ",v0=" + BY_OPENSSL), SECRET);
    }

    @Test
    void anyOfTheSecretsThatHoldOpens() throws WebhookRefused {
        var secrets = Doors.secrets("whsec_the_newer_secret", SECRET);

        assertThat(told(sent(FAILED, "t=" + T + ",v1=" + BY_OPENSSL), secrets))
                .isEqualTo("payment_failed");
    }

    @Test
    void aBodyThatWasChangedIsRefused() {
        refused(sent(FAILED.replace("1999", "1998"), "t=" + T + ",v1=" + BY_OPENSSL), SECRET);
    }

    @Test
    void anotherSecretIsRefused() {
        refused(sent(FAILED, "t=" + T + ",v1=" + BY_OPENSSL), "whsec_of_somebody_else");
    }

    @Test
    void aTimeThatWasChangedIsRefused() {
        refused(sent(FAILED, "t=" + (T + 1) + ",v1=" + BY_OPENSSL), SECRET);
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301})
    void whatWasSignedMoreThanFiveMinutesAwayIsRefused(long ahead) {
        now = Instant.ofEpochSecond(T).plusSeconds(ahead);

        refused(sent(FAILED, "t=" + T + ",v1=" + BY_OPENSSL), SECRET);
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 300})
    void upToFiveMinutesItIsTaken(long ahead) throws WebhookRefused {
        now = Instant.ofEpochSecond(T).plusSeconds(ahead);

        var delivery = sent(FAILED, "t=" + T + ",v1=" + BY_OPENSSL);
        assertThat(told(delivery, Doors.secrets(SECRET))).isEqualTo("payment_failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v1=00",
                "t=1795420800",
                "t=now,v1=00",
                "t=99999999999999999999,v1=00",
                "t=1795420800,v1=no hex"
            })
    void aHeaderThatIsNoneIsRefused(String header) {
        refused(sent(FAILED, header), SECRET);
    }

    @Test
    void chargeAndPaymentIntentTellOfOneDeclineAndHaveOneName() throws WebhookRefused {
        var intent =
                event(
                        "evt_2",
                        "payment_intent.payment_failed",
                        "{\"id\":\"pi_1\",\"amount\":1999,\"currency\":\"eur\","
                                + "\"last_payment_error\":{\"charge\":\"ch_1\","
                                + "\"decline_code\":\"stolen_card\"}}");

        var first = told(FAILED);
        var second = told(intent);

        assertThat(second.name()).isEqualTo(first.name());
        assertThat(Doors.line(second).get("activity_name").asString()).isEqualTo("payment_failed");
    }

    @Test
    void declinesWithoutAChargeAreToldApartByTheirEvents() throws WebhookRefused {
        var object = "{\"id\":\"pi_1\",\"last_payment_error\":{\"code\":\"x\"}}";

        var first = told(event("evt_1", "payment_intent.payment_failed", object));
        var second = told(event("evt_2", "payment_intent.payment_failed", object));

        assertThat(second.name()).isNotEqualTo(first.name());
    }

    @Test
    void sumsAreInTheCurrencysOwnUnit() throws WebhookRefused {
        var yen = "{\"id\":\"ch_1\",\"amount\":500,\"currency\":\"jpy\"}";
        var dinars = "{\"id\":\"ch_2\",\"amount\":1500,\"currency\":\"kwd\"}";

        assertThat(amount(told(event("e1", "charge.succeeded", yen)))).isEqualTo("500");
        assertThat(amount(told(event("e2", "charge.succeeded", dinars)))).isEqualTo("1.500");
    }

    @Test
    void whatRulesDoNotReadIsALineThatCountsForNothing() throws WebhookRefused {
        var line =
                Doors.line(
                        told(
                                event(
                                        "evt_9",
                                        "customer.created",
                                        "{\"id\":\"cus_1\",\"email\":\"anna@example.com\"}")));

        assertThat(line.get("activity_name").asString()).isEqualTo("payment_updated");
        assertThat(line.get("resource.name").asString()).isEqualTo("customer.created");
        assertThat(line.toString()).doesNotContain("anna");
    }

    @Test
    void disputesWarningsAndRefundsHaveTheirWords() throws WebhookRefused {
        var object = "{\"id\":\"x\",\"charge\":\"ch_1\",\"reason\":\"fraudulent\"}";

        assertThat(word(event("1", "charge.dispute.created", object)))
                .isEqualTo("payment_disputed");
        assertThat(word(event("2", "charge.dispute.closed", object)))
                .isEqualTo("payment_dispute_closed");
        assertThat(word(event("3", "radar.early_fraud_warning.created", object)))
                .isEqualTo("payment_fraud_warning");
        assertThat(word(event("4", "charge.refunded", object))).isEqualTo("payment_refunded");
    }

    @Test
    void whatStripeSignedAndNobodyUnderstandsIsRefusedAsThat() {
        for (var body :
                new String[] {
                    "",
                    "not json",
                    "[]",
                    "{\"a\":1,\"a\":2}",
                    "{\"type\":\"charge.failed\"}",
                    "[".repeat(5_000),
                    "{\"a\":".repeat(500) + "1" + "}".repeat(500)
                }) {
            assertThatThrownBy(() -> told(body))
                    .isInstanceOfSatisfying(
                            WebhookRefused.class,
                            refused ->
                                    assertThat(refused.reason()).isEqualTo(Reason.NOT_UNDERSTOOD));
        }
    }

    @Test
    void aNumberThatWouldFillTheMemoryIsNone() throws WebhookRefused {
        var object = "{\"id\":1e999999999,\"amount\":1e999999999,\"currency\":\"eur\"}";

        var line = Doors.line(told(event("e1", "charge.failed", object)));

        assertThat(line.has("unmapped.amount")).isFalse();
    }

    /** What happened, as the line says it. */
    private String told(Delivery delivery, List<Opened> secrets) throws WebhookRefused {
        return Doors.line(Doors.told(door, delivery, secrets)).get("activity_name").asString();
    }

    private void refused(Delivery delivery, String secret) {
        assertThatThrownBy(() -> door.read(delivery, Doors.secrets(secret)))
                .isInstanceOfSatisfying(
                        WebhookRefused.class,
                        refused -> {
                            assertThat(refused.reason()).isEqualTo(Reason.SIGNATURE);
                            assertThat(refused.getMessage()).doesNotContain(SECRET, BY_OPENSSL);
                        });
    }

    private Reading.Told told(String body) throws WebhookRefused {
        var code = Hmac.of(SECRET, (T + "." + body).getBytes(UTF_8));
        var header = "t=" + T + ",v1=" + HexFormat.of().formatHex(code);
        return Doors.told(door, sent(body, header), Doors.secrets(SECRET));
    }

    private String word(String event) throws WebhookRefused {
        return Doors.line(told(event)).get("activity_name").asString();
    }

    private static String amount(Reading.Told told) {
        return Doors.line(told).get("unmapped.amount").asString();
    }

    private static String event(String id, String type, String object) {
        return "{\"id\":\"%s\",\"object\":\"event\",\"created\":%d,\"type\":\"%s\",\"data\":{\"object\":%s}}"
                .formatted(id, T, type, object);
    }

    private static Delivery sent(String body, String header) {
        return Doors.delivery(PaymentProvider.STRIPE, body, Map.of("Stripe-Signature", header));
    }
}
