package dev.cordon.infra.intake.payment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.detection.PaymentWebhooks.Delivery;
import dev.cordon.application.detection.PaymentWebhooks.Reading;
import dev.cordon.application.detection.WebhookRefused;
import dev.cordon.domain.detection.intake.PaymentProvider;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WooCommerceDoorTest {

    private static final String SECRET = "secret_of_the_store";

    private final WooCommerceDoor door = new WooCommerceDoor(() -> Instant.EPOCH);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0007_order_updated_200",
                "0010_customer_created_200",
                "0012_order_created_200",
                "0013_order_updated_200",
                "0014_order_updated_500"
            })
    void whatARealStoreSentIsTaken(String name) throws WebhookRefused {
        var recorded = Recorded.of(name);

        var told = told(recorded);

        assertThat(told.line())
                .doesNotContain("@", "Anna", "Hook", "wc_order_")
                .contains("\"metadata.product.name\":\"woocommerce\"");
    }

    @Test
    void aNewOrderIsNewsOnceHoweverOftenItIsSaved() throws WebhookRefused {
        var created = told(Recorded.of("0012_order_created_200"));
        var updated = told(Recorded.of("0013_order_updated_200"));
        var again = told(Recorded.of("0015_order_updated_500"));

        assertThat(Doors.line(created).get("activity_name").asString()).isEqualTo("order_paid");
        assertThat(Doors.line(created).get("unmapped.order_id").asString()).isEqualTo("680");
        assertThat(updated.name()).isEqualTo(created.name());
        assertThat(again.name()).isEqualTo(created.name());
    }

    @Test
    void anOldOrderThatIsTouchedIsNoNews() throws WebhookRefused {
        var line = Doors.line(told(Recorded.of("0007_order_updated_200")));

        assertThat(line.get("activity_name").asString()).isEqualTo("order_updated");
    }

    @Test
    void underAnotherDeliveryIdTheSameIsTheSame() throws WebhookRefused {
        var recorded = Recorded.of("0010_customer_created_200");
        var headers = new HashMap<>(recorded.headers());
        headers.put("X-WC-Webhook-Delivery-ID", "00000000000000000000000000000000");

        var again = told(new Recorded(headers, recorded.body(), recorded.secret()));

        assertThat(again.name()).isEqualTo(told(recorded).name());
    }

    @Test
    void aFailedOrderSaysFromWhereAndWithWhat() throws WebhookRefused {
        var line = Doors.line(told(failed("2026-11-23T07:51:44")));

        assertThat(line.get("activity_name").asString()).isEqualTo("order_failed");
        assertThat(line.get("time").asString()).isEqualTo("2026-11-23T07:51:44Z");
        assertThat(line.get("src_endpoint.ip").asString()).isEqualTo("203.0.113.9");
        assertThat(line.get("unmapped.gateway").asString()).isEqualTo("stripe_cc");
        assertThat(line.toString()).doesNotContain("Anna", "anna");
    }

    @Test
    void eachCardThatFailsForOneOrderCounts() throws WebhookRefused {
        var first = told(failed("2026-11-23T07:51:44"));
        var again = told(failed("2026-11-23T07:51:44"));
        var second = told(failed("2026-11-23T07:51:45"));

        assertThat(again.name()).isEqualTo(first.name());
        assertThat(second.name()).isNotEqualTo(first.name());
    }

    @Test
    void thePingIsAnsweredThoughNobodySignsIt() throws WebhookRefused {
        var ping = Recorded.of("0001_ping_200");

        assertThat(door.read(delivery(ping), Doors.secrets(SECRET))).isEqualTo(new Reading.Ping());
    }

    @Test
    void moreThanAPingNeedsASignature() {
        var more = Doors.delivery(PaymentProvider.WOOCOMMERCE, "webhook_id=1&status=x", Map.of());

        assertThatThrownBy(() -> door.read(more, Doors.secrets(SECRET)))
                .isInstanceOf(WebhookRefused.class);
    }

    @Test
    void aChangedBodyAndAnotherSecretAreRefused() {
        var recorded = Recorded.of("0012_order_created_200");
        var changed = recorded.body().clone();
        changed[10]++;

        assertThatThrownBy(() -> told(new Recorded(recorded.headers(), changed, recorded.secret())))
                .isInstanceOf(WebhookRefused.class);
        assertThatThrownBy(() -> told(new Recorded(recorded.headers(), recorded.body(), SECRET)))
                .isInstanceOf(WebhookRefused.class);
    }

    private static String failed(String modified) {
        return """
               {"id":736,"status":"failed","currency":"EUR","total":"59.00",
                "order_key":"wc_order_x","payment_method":"stripe_cc",
                "customer_ip_address":"203.0.113.9",
                "billing":{"first_name":"Anna","email":"anna@example.com"},
                "date_created_gmt":"2026-11-23T07:50:17",
                "date_modified_gmt":"%s"}"""
                .formatted(modified);
    }

    private Reading.Told told(String body) throws WebhookRefused {
        var signature = Base64.getEncoder().encodeToString(Hmac.of(SECRET, body.getBytes(UTF_8)));
        return told(
                new Recorded(
                        Map.of(
                                "X-WC-Webhook-Signature",
                                signature,
                                "X-WC-Webhook-Topic",
                                "order.updated"),
                        body.getBytes(UTF_8),
                        SECRET));
    }

    private Reading.Told told(Recorded recorded) throws WebhookRefused {
        return Doors.told(door, delivery(recorded), Doors.secrets(recorded.secret()));
    }

    private static Delivery delivery(Recorded recorded) {
        return Doors.delivery(
                PaymentProvider.WOOCOMMERCE,
                new String(recorded.body(), UTF_8),
                recorded.headers());
    }
}
