package dev.cordon.domain.detection.pack;

import static dev.cordon.domain.detection.AlertSeverity.HIGH;
import static dev.cordon.domain.detection.AlertSeverity.MEDIUM;
import static dev.cordon.domain.detection.AttackKind.CARD_TESTING;
import static dev.cordon.domain.detection.AttackKind.CHECKOUT_FAILURE;
import static dev.cordon.domain.detection.AttackKind.SPAM_REGISTRATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.engine.LogBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckoutRulesTest extends RuleFileTest {

    private static final String BLOCKS = "/wp-json/wc/store/v1/checkout?_locale=user";
    private static final String ROUTE = "/?rest_route=/wc/store/v1/checkout";
    private static final String CLASSIC = "/?wc-ajax=checkout";
    private static final String UNPAID =
            "/checkout/order-pay/1717/?pay_for_order=true&key=wc_order_a";
    private static final String STORED = "/my-account/add-payment-method/";
    private static final String STRIPE = "/?wc-ajax=wc_stripe_create_setup_intent";
    private static final String REGISTER = "/wp-login.php?action=register";
    private static final String SHOP = "/shop/";
    private static final String ACCOUNT = "/my-account/";
    private static final String BUNDLE = "/wp-json/wc/store/v1/batch";
    private static final String PAID = "/checkout/order-received/%d/?key=wc_order_a";

    @Override
    String file() {
        return "checkout.yml";
    }

    @Override
    List<RuleCase> cases() {
        return List.of(
                RuleCase.of("card-testing", CARD_TESTING, HIGH)
                        .attack(
                                "a browser that is steered",
                                looksThen(BLOCKS, 10, 85, 402),
                                STRANGER)
                        .harmless("a customer whose bank declines", unlucky())
                        .harmless("an office in a flash sale", officeInASale()),
                RuleCase.of("card-testing-cold", CARD_TESTING, HIGH)
                        .attack("straight to the checkout", posts(BLOCKS, 6, 60, 400), STRANGER)
                        .attack("by the route in the query", posts(ROUTE, 6, 60, 402), STRANGER)
                        .harmless("the shop's app on a mobile network", app()),
                RuleCase.of("card-testing-classic", CARD_TESTING, HIGH)
                        .attack(
                                "a browser that is steered",
                                looksThen(CLASSIC, 15, 60, 200),
                                STRANGER)
                        .harmless("an office in a flash sale", officeThatBuys()),
                RuleCase.of("card-testing-classic-cold", CARD_TESTING, HIGH)
                        .attack("the classic checkout", posts(CLASSIC, 7, 60, 200), STRANGER)
                        .attack("past a firewall", posts(CLASSIC, 7, 60, 503), STRANGER)
                        .attack("an unpaid order", posts(UNPAID, 7, 60, 200), STRANGER)
                        .attack("stored cards", posts(STORED, 7, 60, 200), STRANGER)
                        .harmless("a customer with seven cards", looksThen(UNPAID, 7, 60, 200))
                        .harmless("a payment provider's webhooks", webhooks()),
                RuleCase.of("card-testing-gateway", CARD_TESTING, HIGH)
                        .attack("cards stored one by one", looksThen(STRIPE, 12, 75, 200), STRANGER)
                        .harmless("an office in a flash sale", looksThen(STRIPE, 11, 75, 200)),
                RuleCase.of("card-testing-crowd", CARD_TESTING, HIGH)
                        .attack("one card from each address", crowd(CLASSIC, 6, 200), strangers(6))
                        .attack("the same at the Store API", crowd(BLOCKS, 6, 402), strangers(6))
                        .harmless("five that go straight to the checkout", crowd(CLASSIC, 5, 200))
                        .harmless("a flash sale with declined cards", flashSale()),
                RuleCase.of("card-testing-crowd-declined", CARD_TESTING, HIGH)
                        .attack(
                                "one card from each address, which looks at the shop first",
                                lookingCrowd(BLOCKS, 402),
                                strangers(10))
                        .harmless("a flash sale with declined cards", flashSale()),
                RuleCase.of("card-testing-crowd-classic", CARD_TESTING, HIGH)
                        .attack(
                                "one card from each address, which looks at the shop first",
                                lookingCrowd(CLASSIC, 200),
                                strangers(10))
                        .harmless("a flash sale with declined cards", flashSale())
                        .harmless("a shop that thanks elsewhere", sale("/danke/?order=%d")),
                RuleCase.of("card-testing-batch", CARD_TESTING, MEDIUM)
                        .attack("cards in bundles", posts(BUNDLE, 30, 20, 207), STRANGER)
                        .harmless("a customer who changes a cart", looksThen(BUNDLE, 60, 9, 207))
                        .harmless("a shop drawn by another server", drawnElsewhere()),
                RuleCase.of("checkout-failure", CHECKOUT_FAILURE, HIGH)
                        .attack("after an update", broken(5), customers(5))
                        .harmless(
                                "a monitor during maintenance and three customers", maintenance()),
                RuleCase.of("spam-registration", SPAM_REGISTRATION, MEDIUM)
                        .attack("one address", posts(REGISTER, 8, 80, 302), STRANGER)
                        .harmless("a class in one room", looksThen(REGISTER, 7, 60, 302))
                        .harmless(
                                "a connection that brings its customers along",
                                posts("/wp-json/wc/v3/customers", 60, 5, 201)),
                RuleCase.of("spam-registration-account", SPAM_REGISTRATION, MEDIUM)
                        .attack("one address", posts(ACCOUNT, 8, 240, 302), STRANGER)
                        .harmless("a family that shops", looksThen(ACCOUNT, 9, 120, 302)),
                RuleCase.of("spam-registration-shop", SPAM_REGISTRATION, MEDIUM)
                        .attack("a program that failed at first", failsAtFirst(15, 60), STRANGER)
                        .harmless("a family that shops", looksThen(ACCOUNT, 20, 40, 302)),
                RuleCase.of("spam-registration-crowd", SPAM_REGISTRATION, MEDIUM)
                        .attack("one from each address", crowd(REGISTER, 12, 302), strangers(12))
                        .harmless(
                                "a newsletter with a coupon for new customers",
                                newsletter(REGISTER)),
                RuleCase.of("spam-registration-account-crowd", SPAM_REGISTRATION, MEDIUM)
                        .attack("one from each address", crowd(ACCOUNT, 12, 302), strangers(12))
                        .harmless("a newsletter with a coupon for members", newsletter(ACCOUNT)));
    }

    @Test
    void aShopThatIsDownIsNotOneWhereCardsAreTried() {
        var log =
                log().times(
                                40,
                                (each, i) ->
                                        each.browses(customer(i), 20L * i, "/product/mug/")
                                                .posts(customer(i), 20L * i + 9, CLASSIC, 503));

        assertThat(TestLog.access(log).findings())
                .extracting(Finding::kind)
                .containsExactly(CHECKOUT_FAILURE);
    }

    private static List<String> customers(int count) {
        return java.util.stream.IntStream.range(0, count).mapToObj(RuleFileTest::customer).toList();
    }

    private static LogBuilder posts(String target, int times, int every, int status) {
        return log().times(
                        times, (log, i) -> log.posts(STRANGER, (long) i * every, target, status));
    }

    private static LogBuilder looksThen(String target, int times, int every, int status) {
        return posts(target, times, every, status).browses(STRANGER, 0, SHOP);
    }

    private static LogBuilder unlucky() {
        return looksThen(BLOCKS, 6, 40, 402).posts(STRANGER, 300, BLOCKS, 200);
    }

    private static LogBuilder officeInASale() {
        return log().browses(STRANGER, 0, SHOP)
                .times(12, (log, i) -> log.posts(STRANGER, 60L * i, BLOCKS, 200))
                .times(12, (log, i) -> log.posts(STRANGER, 60L * i + 9, BLOCKS, 402));
    }

    /** Each of them tries twice, and pays. */
    private static LogBuilder officeThatBuys() {
        return log().browses(STRANGER, 0, SHOP)
                .times(
                        14,
                        (log, i) ->
                                log.posts(STRANGER, 60L * i, CLASSIC, 200)
                                        .posts(STRANGER, 60L * i + 20, CLASSIC, 200)
                                        .views(STRANGER, 60L * i + 22, PAID.formatted(i)));
    }

    private static LogBuilder app() {
        return log().agent("ShopApp/4.2 okhttp/4.12.0")
                .times(12, (log, i) -> log.posts(STRANGER, 50L * i, BLOCKS, 200))
                .times(6, (log, i) -> log.posts(STRANGER, 100L * i + 9, BLOCKS, 402));
    }

    private static LogBuilder webhooks() {
        return log().agent("Stripe/1.0 (+https://stripe.com/docs/webhooks)")
                .times(200, (log, i) -> log.posts("3.18.12.63", 3L * i, "/?wc-api=wc_stripe", 200))
                .times(
                        200,
                        (log, i) ->
                                log.posts(
                                        "198.51.100.7",
                                        3L * i,
                                        "/wp-json/mollie/v1/webhook?order=" + i,
                                        200));
    }

    private static LogBuilder crowd(String target, int addresses, int status) {
        return log().times(addresses, (log, i) -> log.posts(stranger(i), 90L * i, target, status));
    }

    private static LogBuilder lookingCrowd(String target, int status) {
        return log().times(
                        10,
                        (log, i) ->
                                log.browses(stranger(i), 100L * i, "/product/mug/")
                                        .posts(stranger(i), 100L * i + 20, target, status));
    }

    private static LogBuilder flashSale() {
        return sale(PAID)
                .times(
                        120,
                        (log, i) ->
                                log.posts(
                                        customer(i), 4L * i + 90, BLOCKS, i % 4 == 0 ? 402 : 200));
    }

    /** Of three who pay at the classic checkout, one is declined. */
    private static LogBuilder sale(String thanks) {
        return log().times(
                        120,
                        (log, i) -> {
                            log.browses(customer(i), 4L * i, "/product/mug/")
                                    .posts(customer(i), 4L * i + 60, CLASSIC, 200);
                            if (i % 3 > 0) {
                                log.views(customer(i), 4L * i + 62, thanks.formatted(i));
                            }
                        });
    }

    /** A server that draws the shop's pages asks for all customers. */
    private static LogBuilder drawnElsewhere() {
        return posts(BUNDLE, 200, 10, 207)
                .times(
                        100,
                        (log, i) ->
                                log.views(
                                        STRANGER,
                                        20L * i,
                                        "/wp-json/wc/store/v1/products?slug=mug-" + i));
    }

    private static LogBuilder failsAtFirst(int times, int every) {
        return posts(ACCOUNT, 9, 70, 200)
                .posts(STRANGER, 0, ACCOUNT, 302)
                .times(
                        times,
                        (log, i) -> log.posts(STRANGER, 900 + (long) i * every, ACCOUNT, 302));
    }

    private static LogBuilder broken(int customers) {
        return log().times(
                        customers,
                        (log, i) ->
                                log.browses(customer(i), 100L * i, SHOP)
                                        .posts(customer(i), 100L * i + 30, CLASSIC, 500));
    }

    private static LogBuilder maintenance() {
        return broken(3)
                .agent("UptimeRobot/2.0")
                .times(60, (log, i) -> log.line(STRANGER, 10L * i, "GET", "/checkout/", 503));
    }

    private static LogBuilder newsletter(String target) {
        return log().times(
                        40,
                        (log, i) ->
                                log.browses(customer(i), 20L * i, SHOP)
                                        .posts(customer(i), 20L * i + 50, target, 302));
    }
}
