package dev.cordon.infra.intake.payment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.detection.PaymentWebhooks.Opened;
import dev.cordon.application.detection.WebhookRefused;
import dev.cordon.application.detection.WebhookRefused.Reason;
import dev.cordon.domain.detection.intake.HmacScheme;
import dev.cordon.domain.detection.intake.HmacScheme.Encoding;
import dev.cordon.domain.detection.intake.HmacScheme.Places;
import dev.cordon.domain.detection.intake.PaymentFact;
import dev.cordon.domain.detection.intake.PaymentProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class HmacDoorTest {

    private static final String SECRET = "generic_secret_12345";
    private static final String BODY =
            "{\"event\":{\"id\":\"e-1\",\"kind\":\"declined\",\"at\":1795420800123},\"sum\":19.5,"
                    + "\"cur\":\"eur\",\"ip\":\"203.0.113.9\",\"why\":\"do_not_honor\"}";

    /** Of the body, by {@code openssl dgst -sha256 -hmac … -binary | base64}. */
    private static final String BASE64 = "9SStdbOaY4dw4AwYZojCjNpnUEqiUQ2T7gkwUD3nZ2Y=";

    /** Of {@code 1795420800.} and the body, by {@code openssl dgst -sha256 -hmac}. */
    private static final String HEX_WITH_TIME =
            "3840e28e2ad5548f3ed56205a9e552e3da30d69804d1ecaaaddae61e733dc818";

    private static final Places PLACES =
            new Places(
                    "/event/id",
                    "/event/kind",
                    "/event/at",
                    "/sum",
                    "/cur",
                    null,
                    "/ip",
                    "/why",
                    null);
    private static final HmacScheme PLAIN =
            new HmacScheme(
                    "X-Pay-Signature",
                    "",
                    Encoding.BASE64,
                    null,
                    HmacScheme.USUAL_TOLERANCE,
                    PLACES,
                    Map.of("declined", PaymentFact.PAYMENT_FAILED));
    private static final HmacScheme TIMED =
            new HmacScheme(
                    "X-Pay-Signature",
                    "sha256=",
                    Encoding.HEX,
                    "X-Pay-Time",
                    Duration.ofSeconds(60),
                    PLACES,
                    Map.of());

    private Instant now = Instant.ofEpochSecond(1_795_420_800);
    private final HmacDoor door = new HmacDoor(() -> now);

    @Test
    void whatTheSchemeSaysIsALine() throws WebhookRefused {
        var line = read(PLAIN, SECRET, Map.of("X-Pay-Signature", BASE64));

        assertThat(line.get("activity_name").asString()).isEqualTo("payment_failed");
        assertThat(line.get("time").asString()).isEqualTo("2026-11-23T08:00:00.123Z");
        assertThat(line.get("unmapped.amount").asString()).isEqualTo("19.5");
        assertThat(line.get("unmapped.currency").asString()).isEqualTo("EUR");
        assertThat(line.get("src_endpoint.ip").asString()).isEqualTo("203.0.113.9");
        assertThat(line.get("status_detail").asString()).isEqualTo("do_not_honor");
    }

    @Test
    void aTypeThatIsNotMappedCountsForNothing() throws WebhookRefused {
        var line =
                read(
                        TIMED,
                        SECRET,
                        Map.of(
                                "X-Pay-Signature",
                                "sha256=" + HEX_WITH_TIME,
                                "X-Pay-Time",
                                "1795420800"));

        assertThat(line.get("activity_name").asString()).isEqualTo("payment_updated");
    }

    @Test
    void twoSchemesThatNumberAlikeDoNotSwallowEachOther() throws WebhookRefused {
        var other =
                new HmacScheme(
                        PLAIN.header(),
                        PLAIN.prefix(),
                        PLAIN.encoding(),
                        null,
                        PLAIN.tolerance(),
                        PLACES,
                        Map.of("paid", PaymentFact.PAYMENT_SUCCEEDED));

        var name = name(PLAIN, SECRET);

        assertThat(name).matches("webhook/hmac/[0-9a-f]{12}/e-1");
        assertThat(name(other, SECRET)).isNotEqualTo(name);
    }

    @Test
    void anotherSecretOfTheSameSchemeTellsOfTheSame() throws WebhookRefused {
        assertThat(name(PLAIN, "generic_secret_54321")).isEqualTo(name(PLAIN, SECRET));
    }

    @ParameterizedTest
    @ValueSource(longs = {-61, 61})
    void signedOutsideItsToleranceItIsRefused(long ahead) {
        now = now.plusSeconds(ahead);

        refused(
                TIMED,
                SECRET,
                Map.of("X-Pay-Signature", "sha256=" + HEX_WITH_TIME, "X-Pay-Time", "1795420800"));
    }

    @Test
    void withoutPrefixTimeOrSecretItIsRefused() {
        refused(PLAIN, "generic_secret_54321", Map.of("X-Pay-Signature", BASE64));
        refused(PLAIN, SECRET, Map.of());
        refused(TIMED, SECRET, Map.of("X-Pay-Signature", "sha256=" + HEX_WITH_TIME));
        refused(
                TIMED,
                SECRET,
                Map.of("X-Pay-Signature", HEX_WITH_TIME, "X-Pay-Time", "1795420800"));
    }

    @Test
    void placesAndHeadersThatAreNoneCannotBeSaid() {
        assertThatThrownBy(
                        () -> new Places(null, "event", null, null, null, null, null, null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                new HmacScheme(
                                        "X Pay",
                                        "",
                                        Encoding.HEX,
                                        null,
                                        HmacScheme.USUAL_TOLERANCE,
                                        PLACES,
                                        Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private String name(HmacScheme scheme, String secret) throws WebhookRefused {
        var signature = Base64.getEncoder().encodeToString(Hmac.of(secret, BODY.getBytes(UTF_8)));
        var delivery =
                Doors.delivery(PaymentProvider.HMAC, BODY, Map.of("X-Pay-Signature", signature));
        return Doors.told(door, delivery, List.of(new Opened(secret, scheme))).name();
    }

    private JsonNode read(HmacScheme scheme, String secret, Map<String, String> headers)
            throws WebhookRefused {
        var delivery = Doors.delivery(PaymentProvider.HMAC, BODY, headers);
        return Doors.line(Doors.told(door, delivery, List.of(new Opened(secret, scheme))));
    }

    private void refused(HmacScheme scheme, String secret, Map<String, String> headers) {
        assertThatThrownBy(() -> read(scheme, secret, headers))
                .isInstanceOfSatisfying(
                        WebhookRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.SIGNATURE));
    }
}
