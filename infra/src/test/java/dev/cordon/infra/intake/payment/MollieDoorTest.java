package dev.cordon.infra.intake.payment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.detection.PaymentWebhooks.Delivery;
import dev.cordon.application.detection.WebhookRefused;
import dev.cordon.application.detection.WebhookRefused.Reason;
import dev.cordon.domain.detection.intake.PaymentProvider;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MollieDoorTest {

    private static final String SECRET = "mollie_secret_1234567";
    private static final String PAID =
            "{\"resource\":\"event\",\"id\":\"event_GvJ8WHrp5isUdRub9CJyH\","
                    + "\"type\":\"payment-link.paid\",\"entityId\":\"pl_1\","
                    + "\"createdAt\":\"2026-11-23T08:00:00.0Z\",\"_embedded\":{\"entity\":"
                    + "{\"resource\":\"payment-link\",\"id\":\"pl_1\","
                    + "\"description\":\"Bicycle for Anna\","
                    + "\"amount\":{\"currency\":\"EUR\",\"value\":\"24.95\"}}}}";

    /** Of that body, by {@code openssl dgst -sha256 -hmac}. */
    private static final String BY_OPENSSL =
            "6982279a0a12a8d4c1aeab064111bbbe54cf45a11d9e8a1da5d86a72956c3665";

    private final MollieDoor door = new MollieDoor(() -> Instant.EPOCH);

    @ParameterizedTest
    @ValueSource(
            strings = {
                BY_OPENSSL,
                "sha256=" + BY_OPENSSL,
                "sha256=00, sha256=" + BY_OPENSSL,
                "00," + BY_OPENSSL
            })
    void aPaidLinkIsALineWithoutItsDescription(String header) throws WebhookRefused {
        var told = Doors.told(door, sent(PAID, header), Doors.secrets("another_secret_12", SECRET));

        var line = Doors.line(told);
        assertThat(line.get("activity_name").asString()).isEqualTo("payment_succeeded");
        assertThat(line.get("time").asString()).isEqualTo("2026-11-23T08:00:00Z");
        assertThat(line.get("unmapped.amount").asString()).isEqualTo("24.95");
        assertThat(told.name()).contains("event_GvJ8WHrp5isUdRub9CJyH");
        assertThat(told.line()).doesNotContain("Anna");
    }

    @Test
    void aFailedPaymentSaysWhy() throws WebhookRefused {
        var failed =
                "{\"resource\":\"event\",\"id\":\"event_2\",\"type\":\"payment.updated\","
                        + "\"_embedded\":{\"entity\":{\"resource\":\"payment\",\"id\":\"tr_1\","
                        + "\"status\":\"failed\",\"details\":{\"failureReason\":"
                        + "\"insufficient_funds\",\"cardHolder\":\"Anna Schmidt\"}}}}";
        var signature = HexFormat.of().formatHex(Hmac.of(SECRET, failed.getBytes(UTF_8)));

        var told = Doors.told(door, sent(failed, signature), Doors.secrets(SECRET));

        var line = Doors.line(told);
        assertThat(line.get("activity_name").asString()).isEqualTo("payment_failed");
        assertThat(line.get("status_detail").asString()).isEqualTo("insufficient_funds");
        assertThat(told.line()).doesNotContain("Anna");
    }

    @Test
    void aChangedBodyAndAnotherSecretAreRefused() {
        assertRefused(sent(PAID.replace("24.95", "0.01"), BY_OPENSSL), SECRET);
        assertRefused(sent(PAID, BY_OPENSSL), "mollie_secret_7654321");
        assertRefused(sent(PAID, "sha256=" + BY_OPENSSL.substring(2)), SECRET);
        assertRefused(Doors.delivery(PaymentProvider.MOLLIE, PAID, Map.of()), SECRET);
    }

    @Test
    void aClassicWebhookIsRefusedWithWhatToSetUp() {
        var classic = Doors.delivery(PaymentProvider.MOLLIE, "id=tr_d0b0E3EA3v", Map.of());

        assertThatThrownBy(() -> door.read(classic, Doors.secrets(SECRET)))
                .isInstanceOf(WebhookRefused.class)
                .hasMessageContaining("classic")
                .hasMessageContaining("signing secret");
    }

    private void assertRefused(Delivery delivery, String secret) {
        assertThatThrownBy(() -> door.read(delivery, Doors.secrets(secret)))
                .isInstanceOfSatisfying(
                        WebhookRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.SIGNATURE));
    }

    private static Delivery sent(String body, String header) {
        return Doors.delivery(PaymentProvider.MOLLIE, body, Map.of("X-Mollie-Signature", header));
    }
}
