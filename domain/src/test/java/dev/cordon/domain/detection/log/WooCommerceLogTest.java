package dev.cordon.domain.detection.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.log.ReadLog.Told;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WooCommerceLogTest {

    private static final String WOO = "woocommerce";
    private static final String STAMP = "2026-11-23T08:09:23+00:00 ";
    private static final Instant MOMENT = Instant.parse("2026-11-23T08:09:23Z");

    @Test
    void mailsTellWhatBecameOfOrders() {
        var log =
                ReadLog.recorded(
                        WOO,
                        "card-testing/wc-logs/transactional-emails-2026-11-23-ee88d13a60b3974da902d5bb4648fe30.log");

        assertThat(log.counts().rejected()).isEmpty();
        assertThat(log.events().stream().filter(told -> told.activity().equals("order_failed")))
                .hasSize(68)
                .allSatisfy(told -> assertThat(told.get(EventField.ORDER)).matches("[0-9]+"))
                .allSatisfy(told -> assertThat(told.get(EventField.OUTCOME)).isEqualTo("failure"));
        assertThat(log.events().stream().filter(told -> told.activity().equals("order_paid")))
                .hasSize(6);
    }

    @Test
    void fatalErrorsAreToldWithTheirFile() {
        var log =
                ReadLog.recorded(
                        WOO,
                        "sql-injection/wc-logs/fatal-errors-2026-11-23-7f048186ee5967b72be732ddf6500e93.log");

        assertThat(log.counts().rejected()).isEmpty();
        assertThat(log.events()).hasSize(6);
        assertThat(log.events())
                .allSatisfy(
                        told -> {
                            assertThat(told.activity()).isEqualTo("fatal_error");
                            assertThat(told.kind()).isEqualTo(EventClass.APPLICATION_ERROR);
                            assertThat(told.get(EventField.LEVEL)).isEqualTo("CRITICAL");
                            assertThat(told.get(EventField.FILE)).endsWith("/ProductQuery.php");
                        });
    }

    @Test
    void aDeliveryOfAWebhookIsOneEventWithTheOrderInIt() {
        var log =
                ReadLog.recorded(
                        WOO,
                        "bruteforce-wp-login/wc-logs/webhooks-delivery-2026-11-23-09ce8fd67e90a56dbecb3b1e8957d6b5.log");

        assertThat(log.counts().rejected()).isEmpty();
        assertThat(log.counts().lines()).isGreaterThan(200);
        assertThat(log.events())
                .extracting(Told::activity)
                .containsExactlyInAnyOrder(
                        "order_paid",
                        "order_paid",
                        "order_updated",
                        "order_updated",
                        "webhook_delivered",
                        "webhook_delivered");
        var paid =
                log.events().stream()
                        .filter(told -> told.activity().equals("order_paid"))
                        .findFirst();
        assertThat(paid.orElseThrow().get(EventField.ORDER)).isEqualTo("707");
        assertThat(paid.orElseThrow().get(EventField.OUTCOME)).isEqualTo("success");
        assertThat(paid.orElseThrow().get(EventField.OBJECT)).isEqualTo("order.created");
        assertThat(paid.orElseThrow().address()).isNotEmpty();
        assertThat(paid.orElseThrow().get(EventField.AMOUNT)).matches("[0-9.]+");
    }

    @Test
    void theStepsOfAnOrderEndWithIt() {
        var log =
                ReadLog.recorded(
                        WOO,
                        "normal/wc-logs/place-order-debug-5eb2b2e3-2026-11-23-e338716838dce4b8d354e3aefd542b71.log");

        assertThat(log.counts().rejected()).isEmpty();
        assertThat(log.events().getLast().activity()).isEqualTo("order_placed");
        assertThat(log.events().getLast().get(EventField.ORDER)).matches("6[0-9]+");
        assertThat(log.events().getFirst().get(EventField.OBJECT))
                .isEqualTo("5eb2b2e3-8245-43a9-a045-17753dbb9b5f");
    }

    @Test
    void whatWooCommerceSaysAboutItselfIsUnderstood() {
        var log =
                ReadLog.recorded(
                        WOO,
                        "bruteforce-wp-login/wc-logs/wc_logger-2026-11-23-bd2297d250483d2e4e990dc0a9656cf5.log");

        assertThat(log.counts().rejected()).isEmpty();
        assertThat(log.events()).allSatisfy(told -> assertThat(told.activity()).isEmpty());
    }

    @Test
    void furtherLinesBelongToTheMessage() {
        var log =
                ReadLog.of(
                        WOO,
                        STAMP + "ERROR Gateway answered: Array",
                        "(",
                        "    [code] => card_declined",
                        ")",
                        "",
                        STAMP + "INFO next",
                        " indented");

        assertThat(log.counts().understood()).isEqualTo(7);
        assertThat(log.events())
                .extracting(told -> told.get(EventField.MESSAGE))
                .containsExactly(
                        "Gateway answered: Array\n(\n    [code] => card_declined\n)\n",
                        "next\n indented");
        assertThat(log.events().getFirst().length())
                .isEqualTo(
                        (STAMP + "ERROR Gateway answered: Array(    [code] => card_declined)")
                                        .length()
                                + 4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ERROR Payment failed for order #736: Your card was declined.  | payment_failed    | 736",
                "ERROR Stripe error: charge ch_1 could not be made, card declined | payment_failed | ''",
                "WARNING PayPal refused the transaction of order_id: 7            | payment_failed  | 7",
                "INFO Payment complete for Order ID: 12                         | payment_succeeded | 12",
                "INFO PayPal refused the transaction of order 7                 | ''              | 7",
                "DEBUG card gateway set up                                       | ''              | ''",
                "ERROR [Store API #FAIL] Payment error                           | checkout_failed  | ''",
                "CRITICAL Uncaught Error: x in /var/www/a.php:7                  | fatal_error      | ''",
                "INFO 3 log files deleted                                        | ''              | ''",
                "INFO Reordering 7 things                                        | ''              | ''"
            })
    void sentencesOfGatewaysAreKnown(String message, String activity, String order) {
        var told = ReadLog.line(WOO, STAMP + message);

        assertThat(told.activity()).isEqualTo(activity);
        assertThat(told.get(EventField.ORDER)).isEqualTo(order);
        assertThat(told.at()).isEqualTo(MOMENT);
    }

    @Test
    void aContextTellsMore() {
        var told =
                ReadLog.line(
                        WOO,
                        STAMP
                                + "ERROR [Store API #FAIL] Placing Order failed CONTEXT: {\"order_uid\":"
                                + "\"5eb2\",\"order_id\":699,\"payment_method\":\"stripe\",\"data\":{"
                                + "\"code\":\"woocommerce_rest_payment_error\"},\"ip_address\":"
                                + "\"2001:db8::9\",\"user_login\":\"mara\"}");

        assertThat(told.activity()).isEqualTo("payment_failed");
        assertThat(told.get(EventField.MESSAGE))
                .isEqualTo("[Store API #FAIL] Placing Order failed");
        assertThat(told.get(EventField.ORDER)).isEqualTo("699");
        assertThat(told.get(EventField.GATEWAY)).isEqualTo("stripe");
        assertThat(told.get(EventField.DETAIL)).isEqualTo("woocommerce_rest_payment_error");
        assertThat(told.get(EventField.ACCOUNT)).isEqualTo("mara");
        assertThat(told.get(EventField.OBJECT)).isEqualTo("5eb2");
        assertThat(told.address()).isEqualTo("2001:db8::9");
    }

    @Test
    void aMessageThatLooksLikeAContextDoesNotHideIt() {
        var told =
                ReadLog.line(
                        WOO,
                        STAMP
                                + "ERROR x CONTEXT: {no json CONTEXT: {\"order_id\":7,\"a\":\"\\u0041\"}");

        assertThat(told.get(EventField.ORDER)).isEqualTo("7");
        assertThat(told.get(EventField.MESSAGE)).isEqualTo("x CONTEXT: {no json");
    }

    @Test
    void linesOfOldVersionsAreOfTheStoresZone() {
        var log =
                ReadLog.inZone(
                        ZoneId.of("Europe/Berlin"),
                        WOO,
                        "11-23-2026 @ 09:09:23 - Payment declined for order #7",
                        "and why",
                        "11-23-2026 @ 09:09:24 - next");

        assertThat(log.counts().understood()).isEqualTo(3);
        assertThat(log.events().getFirst().at()).isEqualTo(MOMENT);
        assertThat(log.events().getFirst().activity()).isEqualTo("payment_failed");
        assertThat(log.events().getFirst().get(EventField.ORDER)).isEqualTo("7");
        assertThat(log.events().getFirst().get(EventField.MESSAGE)).endsWith("and why");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-23T08:09:23+00:00           | CUT_SHORT",
                "2026-11-23T08:09:23+00:00 error x y z w | OTHER_FORMAT",
                "2026-11-23 08:09:23 ERROR x         | OTHER_FORMAT",
                "23-11-2026 @ 08:09:23 - x           | OTHER_FORMAT"
            })
    void whyALineIsNotUnderstoodIsSaid(String line, Rejection reason) {
        assertThat(ReadLog.refused(WOO, line)).isEqualTo(reason);
    }
}
