package dev.cordon.infra.intake.payment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.detection.PaymentWebhooks.Delivery;
import dev.cordon.application.detection.WebhookRefused;
import dev.cordon.application.detection.WebhookRefused.Reason;
import dev.cordon.domain.detection.intake.PaymentProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PayPalDoorTest {

    private static final PayPalCa CA = PayPalCa.SHARED;
    private static final String WEBHOOK = "3RN13029J36659323";
    private static final String DENIED =
            "{\"id\":\"WH-2W7266712B616591M\",\"event_type\":\"PAYMENT.CAPTURE.DENIED\","
                    + "\"create_time\":\"2026-11-23T08:00:00.000Z\",\"resource\":{\"id\":\"27M\","
                    + "\"amount\":{\"currency_code\":\"EUR\",\"value\":\"59.00\"},"
                    + "\"custom_id\":\"736\",\"status_details\":{\"reason\":\"DECLINED_BY_RISK\"},"
                    + "\"payer\":{\"email_address\":\"anna@example.com\"}}}";

    private Instant now = Instant.now();
    private final PayPalDoor door =
            new PayPalDoor(new PayPalSigner(CA, CA.roots(), () -> now), () -> now);

    @Test
    void whatPayPalSignedIsALineWithoutThePayer() throws WebhookRefused {
        var line = read(DENIED, signed("signer", "a-1", now, WEBHOOK, DENIED));

        assertThat(line.get("activity_name").asString()).isEqualTo("payment_failed");
        assertThat(line.get("time").asString()).isEqualTo("2026-11-23T08:00:00Z");
        assertThat(line.get("status_detail").asString()).isEqualTo("DECLINED_BY_RISK");
        assertThat(line.get("unmapped.order_id").asString()).isEqualTo("736");
        assertThat(line.get("unmapped.amount").asString()).isEqualTo("59.00");
        assertThat(line.toString()).doesNotContain("@");
    }

    @Test
    void aChangedBodyAndAnotherWebhookAreRefused() {
        refused(DENIED.replace("59", "69"), signed("signer", "a-2", now, WEBHOOK, DENIED));
        refused(DENIED, signed("signer", "a-3", now, "1AB23456CD789012E", DENIED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "alike", "expired", "self"})
    void aCertificateThatIsNotPayPalsOrIsOverOrLeadsNowhereIsRefused(String signer) {
        refused(DENIED, signed(signer, "a-4", now, WEBHOOK, DENIED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.paypal.com/v1/notifications/certs/CERT-signer",
                "https://api.paypal.com.evil.example/v1/notifications/certs/CERT-signer",
                "https://evil.example/v1/notifications/certs/CERT-signer",
                "https://api.paypal.com@evil.example/v1/notifications/certs/CERT-signer",
                "https://paypal.com.@127.0.0.1/v1/notifications/certs/CERT-signer",
                "https://evilpaypal.com/v1/notifications/certs/CERT-signer",
                "https://api.paypal.com:8443/v1/notifications/certs/CERT-signer",
                "https://api.paypal.com/v1/notifications/certs/../../redirect",
                "https://api.paypal.com/v1/notifications/certs/CERT-signer?to=x",
                "https://127.0.0.1/v1/notifications/certs/CERT-signer",
                "file:///etc/passwd",
                "no address"
            })
    void noOtherAddressIsEverAsked(String address) {
        var headers = new HashMap<>(signed("signer", "a-7", now, WEBHOOK, DENIED));
        headers.put("PAYPAL-CERT-URL", address);
        int before = CA.fetched.get();

        refused(DENIED, headers);

        assertThat(CA.fetched).hasValue(before);
    }

    @Test
    void aCertificateIsFetchedOnce() throws WebhookRefused {
        int before = CA.fetched.get();

        for (int i = 0; i < 5; i++) {
            var unused = read(DENIED, signed("signer", "b-" + i, now, WEBHOOK, DENIED));
        }

        assertThat(CA.fetched).hasValue(before + 1);
    }

    @Test
    void whoMakesCertificatesUpDoesNotStopWhatOthersSend() throws WebhookRefused {
        int before = CA.fetched.get();

        for (int i = 0; i < 60; i++) {
            notNow("made-up-" + i, "198.51.100.7");
        }

        assertThat(CA.fetched).hasValue(before + 5);
        assertThat(read(DENIED, signed("signer", "c-1", now, WEBHOOK, DENIED)).isEmpty()).isFalse();
    }

    @Test
    void whoNamesManyCertificatesFromManyPlacesDoesNotMakePayPalBeAskedMore() {
        int before = CA.fetched.get();

        for (int i = 0; i < 60; i++) {
            notNow("made-up-" + i, "198.51.100." + i);
        }

        assertThat(CA.fetched).hasValue(before + 20);
    }

    @Test
    void whatWasNotThereIsNotAskedForAgainSoon() {
        int before = CA.fetched.get();

        for (int i = 0; i < 10; i++) {
            notNow("made-up", "198.51.100." + i);
        }
        now = now.plusSeconds(120);
        notNow("made-up", "198.51.100.1");

        assertThat(CA.fetched).hasValue(before + 2);
    }

    @Test
    void anotherBodyWithTheSameChecksumIsRefused() throws WebhookRefused {
        var headers = signed("signer", "d-1", now, WEBHOOK, DENIED);
        var unused = read(DENIED, headers);
        var forged = Collision.of("{\"id\":\"WH-forged\",\"event_type\":\"X\",\"p\":\"", DENIED);

        refused(forged, headers);
    }

    @Test
    void whatWasSignedLongAgoOrInTheFutureIsRefused() {
        refused(DENIED, signed("signer", "e-1", now.minus(Duration.ofDays(5)), WEBHOOK, DENIED));
        refused(DENIED, signed("signer", "e-2", now.plusSeconds(600), WEBHOOK, DENIED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PAYPAL-TRANSMISSION-ID",
                "PAYPAL-TRANSMISSION-TIME",
                "PAYPAL-TRANSMISSION-SIG",
                "PAYPAL-CERT-URL",
                "PAYPAL-AUTH-ALGO"
            })
    void withoutOneOfItsHeadersItIsRefused(String missing) {
        var headers = new HashMap<>(signed("signer", "f-1", now, WEBHOOK, DENIED));
        headers.remove(missing);

        refused(DENIED, headers);
    }

    private static Map<String, String> signed(
            String signer, String transmission, Instant at, String webhook, String body) {
        return CA.headers(signer, transmission, at.toString(), webhook, body.getBytes(UTF_8));
    }

    private JsonNode read(String body, Map<String, String> headers) throws WebhookRefused {
        var delivery = Doors.delivery(PaymentProvider.PAYPAL, body, headers);
        return Doors.line(Doors.told(door, delivery, Doors.secrets("0AA00000AA000000A", WEBHOOK)));
    }

    private void notNow(String certificate, String from) {
        var headers = new HashMap<>(signed("signer", "c-1", now, WEBHOOK, DENIED));
        headers.put("PAYPAL-CERT-URL", PayPalCa.ADDRESS + certificate);
        var sent = Doors.delivery(PaymentProvider.PAYPAL, DENIED, headers);
        var delivery = new Delivery(sent.provider(), sent.headers(), sent.body(), from);

        assertThatThrownBy(() -> door.read(delivery, Doors.secrets(WEBHOOK)))
                .isInstanceOfSatisfying(
                        WebhookRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.NOT_NOW));
    }

    private void refused(String body, Map<String, String> headers) {
        assertThatThrownBy(() -> read(body, headers))
                .isInstanceOfSatisfying(
                        WebhookRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.SIGNATURE));
    }
}
