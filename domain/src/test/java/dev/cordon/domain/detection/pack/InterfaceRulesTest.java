package dev.cordon.domain.detection.pack;

import static dev.cordon.domain.detection.AlertSeverity.CRITICAL;
import static dev.cordon.domain.detection.AlertSeverity.HIGH;
import static dev.cordon.domain.detection.AlertSeverity.MEDIUM;
import static dev.cordon.domain.detection.AttackKind.API_MISUSE;

import dev.cordon.domain.detection.engine.LogBuilder;
import java.util.List;

class InterfaceRulesTest extends RuleFileTest {

    private static final String ORDERS = "/wp-json/wc/v3/orders?per_page=100&page=";
    private static final String SINCE = "/wp-json/wc/v3/orders?per_page=100&modified_after=";
    private static final String KEY = "/wp-json/wc/v3/orders?consumer_key=ck_";

    @Override
    String file() {
        return "interfaces.yml";
    }

    @Override
    List<RuleCase> cases() {
        return List.of(
                RuleCase.of("rest-key-guessing", API_MISUSE, MEDIUM)
                        .attack("keys", calls("GET", KEY, 20, 30, 401), STRANGER)
                        .attack(
                                "everything that there is, by routes in the query",
                                calls("GET", "/?rest_route=/wc/v3/orders/", 20, 30, 403),
                                STRANGER)
                        .harmless(
                                "a connection with an expired key",
                                log().times(
                                                900,
                                                (log, i) ->
                                                        log.line(
                                                                STRANGER,
                                                                i,
                                                                "GET",
                                                                ORDERS + 1,
                                                                401)))
                        .harmless(
                                "one that asks for what is new, with an expired key",
                                calls("GET", SINCE, 60, 60, 401)),
                RuleCase.of("rest-bulk-export", API_MISUSE, HIGH)
                        .attack("all orders", calls("GET", ORDERS, 25, 24, 200), STRANGER)
                        .harmless("a connection that is known reads all", known())
                        .harmless(
                                "a new one that reads a little", calls("GET", ORDERS, 24, 24, 200)),
                RuleCase.of("rest-bulk-export-slow", API_MISUSE, HIGH)
                        .attack(
                                "a page now and then",
                                calls("GET", ORDERS, 101, 140, 200),
                                STRANGER)
                        .harmless(
                                "a connection that synchronises every two minutes",
                                calls("GET", SINCE, 720, 120, 200))
                        .harmless(
                                "a report that reads the day's orders at night",
                                calls("GET", ORDERS, 80, 30, 200)),
                RuleCase.of("rest-bulk-delete", API_MISUSE, HIGH)
                        .attack(
                                "orders",
                                calls("DELETE", "/wp-json/wc/v3/orders/", 20, 30, 200),
                                STRANGER)
                        .harmless(
                                "a connection that clears up",
                                calls("DELETE", "/wp-json/wc/v3/products/", 80, 60, 200)),
                RuleCase.of("rest-key-found", API_MISUSE, CRITICAL)
                        .after("rest-key-guessing")
                        .attack(
                                "after twenty keys",
                                calls("GET", KEY, 20, 29, 401)
                                        .line(STRANGER, 600, "GET", ORDERS + 1, 200),
                                STRANGER)
                        .harmless(
                                "a connection that got a new key",
                                calls("GET", SINCE, 10, 60, 401)
                                        .line(STRANGER, 610, "GET", ORDERS + 1, 200)));
    }

    private static LogBuilder calls(
            String method, String target, int times, int every, int status) {
        return log().agent("WooCommerce API Client-PHP/3.1.0")
                .times(
                        times,
                        (log, i) ->
                                log.line(
                                        STRANGER,
                                        (long) i * every,
                                        method,
                                        target + (i + 1),
                                        status));
    }

    /** Three hours of what is new, then everything. */
    private static LogBuilder known() {
        return calls("GET", SINCE, 18, 600, 200)
                .times(40, (log, i) -> log.line(STRANGER, 10_900 + 9L * i, "GET", ORDERS + i, 200));
    }
}
