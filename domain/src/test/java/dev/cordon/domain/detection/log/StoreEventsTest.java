package dev.cordon.domain.detection.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders and payments as WooCommerce and gateways tell them. */
class StoreEventsTest {

    private static final String EVENTS = "events";
    private static final Instant MOMENT = Instant.parse("2026-11-23T08:18:18Z");

    @ParameterizedTest
    @CsvSource({
        "failed, order_failed, failure",
        "wc-failed, order_failed, failure",
        "processing, order_paid, success",
        "completed, order_paid, success",
        "on-hold, order_pending, ''",
        "pending, order_pending, ''",
        "cancelled, order_cancelled, ''",
        "refunded, order_refunded, ''",
        "shipped, order_updated, ''"
    })
    void anOrderTellsWhatBecameOfIt(String status, String activity, String outcome) {
        var told =
                ReadLog.line(
                        EVENTS,
                        "{\"id\":691,\"status\":\""
                                + status
                                + "\",\"currency\":\"EUR\",\"date_created\":"
                                + "\"2026-11-23T09:18:17\",\"date_modified_gmt\":\"2026-11-23T08:18:18\","
                                + "\"total\":\"477.96\",\"payment_method\":\"bacs\",\"customer_ip_address\":"
                                + "\"198.51.100.7\",\"customer_user_agent\":\"Mozilla\\/5.0\","
                                + "\"line_items\":[{\"id\":1,\"total\":\"3.00\"}]}");

        assertThat(told.at()).isEqualTo(MOMENT);
        assertThat(told.kind()).isEqualTo(EventClass.WEB_RESOURCES_ACTIVITY);
        assertThat(told.activity()).isEqualTo(activity);
        assertThat(told.get(EventField.OUTCOME)).isEqualTo(outcome);
        assertThat(told.get(EventField.DETAIL)).isEqualTo(status);
        assertThat(told.get(EventField.ORDER)).isEqualTo("691");
        assertThat(told.get(EventField.GATEWAY)).isEqualTo("bacs");
        assertThat(told.get(EventField.AMOUNT)).isEqualTo("477.96");
        assertThat(told.get(EventField.USER_AGENT)).isEqualTo("Mozilla/5.0");
        assertThat(told.address()).isEqualTo("198.51.100.7");
    }

    @ParameterizedTest
    @CsvSource({
        "payment_intent.payment_failed, payment_failed, failure",
        "charge.failed, payment_failed, failure",
        "setup_intent.setup_failed, payment_failed, failure",
        "payment_intent.succeeded, payment_succeeded, success",
        "charge.succeeded, payment_succeeded, success",
        "charge.refunded, order_refunded, ''",
        "payment_intent.created, payment_intent_created, ''"
    })
    void anEventOfStripeIsAPayment(String type, String activity, String outcome) {
        var told =
                ReadLog.line(
                        EVENTS,
                        "{\"id\":\"evt_1\",\"object\":\"event\",\"created\":1795421898,\"type\":\""
                                + type
                                + "\",\"data\":{\"object\":{\"id\":\"pi_1\",\"object\":"
                                + "\"payment_intent\",\"amount\":2000,\"metadata\":{\"order_id\":\"691\"},"
                                + "\"last_payment_error\":{\"code\":\"card_declined\",\"decline_code\":"
                                + "\"insufficient_funds\"}}},\"livemode\":true}");

        assertThat(told.at()).isEqualTo(MOMENT);
        assertThat(told.activity()).isEqualTo(activity);
        assertThat(told.get(EventField.OUTCOME)).isEqualTo(outcome);
        assertThat(told.get(EventField.ORDER)).isEqualTo("691");
        assertThat(told.get(EventField.AMOUNT)).isEqualTo("2000");
        assertThat(told.get(EventField.DETAIL)).isEqualTo("insufficient_funds");
    }

    @ParameterizedTest
    @CsvSource({
        "PAYMENT.CAPTURE.DENIED, DECLINED, payment_failed, failure",
        "PAYMENT.CAPTURE.COMPLETED, COMPLETED, payment_succeeded, success",
        "PAYMENT.CAPTURE.REFUNDED, REFUNDED, order_refunded, refunded"
    })
    void anEventOfPaypalIsAPayment(String type, String status, String activity, String outcome) {
        var told =
                ReadLog.line(
                        EVENTS,
                        "{\"id\":\"WH-1\",\"create_time\":\"2026-11-23T08:18:18.000Z\",\"event_type\":\""
                                + type
                                + "\",\"resource_type\":\"capture\",\"resource\":{\"status\":\""
                                + status
                                + "\",\"custom_id\":\"691\",\"amount\":{\"value\":\"10.00\","
                                + "\"currency_code\":\"EUR\"}},\"summary\":\"A payment\"}");

        assertThat(told.at()).isEqualTo(MOMENT);
        assertThat(told.kind()).isEqualTo(EventClass.WEB_RESOURCES_ACTIVITY);
        assertThat(told.activity()).isEqualTo(activity);
        assertThat(told.get(EventField.OUTCOME)).isEqualTo(outcome);
        assertThat(told.get(EventField.ORDER)).isEqualTo("691");
        assertThat(told.get(EventField.AMOUNT)).isEqualTo("10.00");
    }

    @ParameterizedTest
    @CsvSource({
        "failed, payment_failed, failure",
        "paid, payment_succeeded, success",
        "open, payment_updated, ''"
    })
    void aPaymentOfMollieTellsWhatBecameOfIt(String status, String activity, String outcome) {
        var told =
                ReadLog.line(
                        EVENTS,
                        "{\"resource\":\"payment\",\"id\":\"tr_1\",\"mode\":\"live\",\"createdAt\":"
                                + "\"2026-11-23T08:18:18+00:00\",\"amount\":{\"value\":\"10.00\","
                                + "\"currency\":\"EUR\"},\"status\":\""
                                + status
                                + "\",\"method\":\"creditcard\",\"metadata\":{\"order_id\":\"691\"},"
                                + "\"details\":{\"failureReason\":\"insufficient_funds\"}}");

        assertThat(told.at()).isEqualTo(MOMENT);
        assertThat(told.activity()).isEqualTo(activity);
        assertThat(told.get(EventField.OUTCOME)).isEqualTo(outcome);
        assertThat(told.get(EventField.DETAIL)).isEqualTo("insufficient_funds");
        assertThat(told.get(EventField.ORDER)).isEqualTo("691");
        assertThat(told.get(EventField.AMOUNT)).isEqualTo("10.00");
    }

    @Test
    void aPaymentIsNoOrderThoughItHasAStateAndAnAmount() {
        var told =
                ReadLog.line(
                        EVENTS,
                        "{\"id\":\"pi_1\",\"object\":\"payment_intent\",\"created\":1795421898,"
                                + "\"amount\":2000,\"payment_method\":\"pm_1\",\"status\":"
                                + "\"succeeded\"}");

        assertThat(told.activity()).isEqualTo("payment_succeeded");
        assertThat(told.get(EventField.ORDER)).isEmpty();
    }

    @Test
    void aPaymentThatIsToldByItsOutcomeAlone() {
        var event = "{\"ts\":1795421898,\"event\":\"payment\",\"status\":\"%s\",\"order_id\":7}";

        assertThat(ReadLog.line(EVENTS, event.formatted("declined")).activity())
                .isEqualTo("payment_failed");
        assertThat(ReadLog.line(EVENTS, event.formatted("ok")).activity())
                .isEqualTo("payment_succeeded");
        assertThat(ReadLog.line(EVENTS, event.formatted("open")).activity()).isEqualTo("payment");
    }

    @Test
    void whatTellsOfNothingIsNoEvent() {
        assertThat(ReadLog.refused(EVENTS, "{\"ts\":1795421898,\"message\":\"started\"}"))
                .isEqualTo(Rejection.OTHER_FORMAT);
        assertThat(ReadLog.refused(EVENTS, "{\"event\":\"login_failed\"}"))
                .isEqualTo(Rejection.OTHER_FORMAT);
        assertThat(ReadLog.refused(EVENTS, "{\"ts\":\"now\",\"event\":\"login_failed\"}"))
                .isEqualTo(Rejection.BAD_TIME);
        assertThat(ReadLog.refused(EVENTS, "{\"ts\":1795421898,\"event\":\"login_fai"))
                .isEqualTo(Rejection.CUT_SHORT);
    }
}
