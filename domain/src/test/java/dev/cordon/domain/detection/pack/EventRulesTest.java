package dev.cordon.domain.detection.pack;

import static dev.cordon.domain.detection.AlertSeverity.HIGH;
import static dev.cordon.domain.detection.AlertSeverity.MEDIUM;
import static dev.cordon.domain.detection.AttackKind.ADMIN_TAKEOVER;
import static dev.cordon.domain.detection.AttackKind.CARD_TESTING;
import static dev.cordon.domain.detection.AttackKind.CHECKOUT_FAILURE;
import static dev.cordon.domain.detection.AttackKind.LOGIN_BRUTEFORCE;
import static dev.cordon.domain.detection.AttackKind.TAMPERING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.engine.LogBuilder;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventRulesTest extends RuleFileTest {

    private static final DateTimeFormatter PHP =
            DateTimeFormatter.ofPattern("dd-MMM-yyyy HH:mm:ss 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final List<String> NOBODY = List.of();

    @Override
    String file() {
        return "events.yml";
    }

    @Override
    List<RuleCase> cases() {
        return List.of(
                RuleCase.of("payment-failures", CARD_TESTING, HIGH)
                        .attack("the gateway's log", gatewayLog(20, 25), NOBODY)
                        .harmless("declined cards on a busy day", busyDay()),
                RuleCase.of("payment-failures-crowd", CARD_TESTING, HIGH)
                        .attack(
                                "orders as webhooks tell",
                                events(12, i -> order(40L * i, i, "failed", stranger(i))),
                                strangers(12))
                        .harmless("declined cards in a flash sale", flashSale()),
                RuleCase.of("payment-failures-address", CARD_TESTING, HIGH)
                        .attack(
                                "six in an hour",
                                events(6, i -> order(600L * i, i, "failed", STRANGER)),
                                STRANGER)
                        .harmless(
                                "a customer whose bank declines",
                                events(5, i -> order(60L * i, i, "failed", STRANGER))),
                RuleCase.of("account-under-attack", LOGIN_BRUTEFORCE, HIGH)
                        .attack(
                                "one name from eight addresses",
                                events(
                                        8,
                                        i -> login(300L * i, "failed", "shopmanager", stranger(i))),
                                strangers(8))
                        .harmless(
                                "many who mistype their own names",
                                events(30, i -> login(60L * i, "failed", "anna" + i, stranger(i)))),
                RuleCase.of("event-login-burst", LOGIN_BRUTEFORCE, MEDIUM)
                        .attack(
                                "ten in ten minutes",
                                events(10, i -> login(60L * i, "failed", "user" + i, STRANGER)),
                                STRANGER)
                        .harmless("an office behind one address", office()),
                RuleCase.of("administrator-made", ADMIN_TAKEOVER, HIGH)
                        .attack(
                                "as the sensor tells",
                                event("user_created", STRANGER, "status_detail", "administrator"),
                                STRANGER)
                        .attack(
                                "a role that was raised",
                                event(
                                        "set_user_role",
                                        STRANGER,
                                        "status_detail",
                                        "customer to administrator"),
                                STRANGER)
                        .harmless(
                                "a customer",
                                event("user_created", STRANGER, "status_detail", "customer"))
                        .harmless(
                                "a role that was lowered",
                                event("role_changed", STRANGER, "status_detail", "subscriber")),
                RuleCase.of("gateway-changed", TAMPERING, HIGH)
                        .attack(
                                "an option with its keys",
                                event(
                                        "option_updated",
                                        STRANGER,
                                        "resource.name",
                                        "woocommerce_stripe_settings"),
                                STRANGER)
                        .harmless(
                                "another option",
                                event(
                                        "option_updated",
                                        STRANGER,
                                        "resource.name",
                                        "blogdescription")),
                RuleCase.of("security-plugin-off", TAMPERING, HIGH)
                        .attack(
                                "as the sensor tells",
                                event(
                                        "plugin_deactivated",
                                        STRANGER,
                                        "resource.name",
                                        "wordfence/wordfence.php"),
                                STRANGER)
                        .attack(
                                "in OCSF's words",
                                TestLog.of(
                                        "events",
                                        List.of(
                                                line(
                                                        "\"time\":\"%s\",\"class_uid\":6002,\"activity_name\":\"Disable\",\"resource\":{\"name\":\"limit-login-attempts-reloaded\"},\"src_endpoint\":{\"ip\":\"%s\"}"
                                                                .formatted(time(0), STRANGER)))),
                                STRANGER)
                        .harmless(
                                "another plugin",
                                event(
                                        "plugin_deactivated",
                                        STRANGER,
                                        "resource.name",
                                        "hello-dolly"))
                        .harmless(
                                "an update of it",
                                event(
                                        "plugin_updated",
                                        STRANGER,
                                        "resource.name",
                                        "wordfence/wordfence.php")),
                RuleCase.of("sensor-silent", TAMPERING, MEDIUM)
                        .attack(
                                "no heartbeat",
                                TestLog.of("events", List.of(line(said(0, "sensor_silent")))),
                                NOBODY)
                        .harmless(
                                "heartbeats",
                                events(30, i -> line(said(60L * i, "sensor_heartbeat")))),
                RuleCase.of("fatal-errors", CHECKOUT_FAILURE, MEDIUM)
                        .attack(
                                "WooCommerce breaks off",
                                fatal("woocommerce/includes/class-wc-checkout.php", 10),
                                NOBODY)
                        .harmless("another plugin breaks off", fatal("seo/sitemap.php", 60))
                        .harmless("warnings", warnings()),
                RuleCase.of("security-plugin-alarm", TAMPERING, HIGH)
                        .attack(
                                "malware",
                                event("malware_found", STRANGER, "severity", "critical"),
                                STRANGER)
                        .harmless(
                                "what it blocks every day",
                                event("attack_blocked", STRANGER, "severity", "low")),
                RuleCase.of("rest-key-made", ADMIN_TAKEOVER, MEDIUM)
                        .attack(
                                "as the sensor tells",
                                event("api_key_created", STRANGER, "status_detail", "read_write"),
                                STRANGER)
                        .harmless(
                                "one that was removed",
                                event("api_key_removed", STRANGER, "status_detail", "read")),
                RuleCase.of("event-application-password", ADMIN_TAKEOVER, MEDIUM)
                        .attack(
                                "as the sensor tells",
                                event("application_password_created", STRANGER, "user.name", "ada"),
                                STRANGER)
                        .harmless(
                                "one that was removed",
                                event(
                                        "application_password_removed",
                                        STRANGER,
                                        "user.name",
                                        "ada")),
                RuleCase.of("event-file-edited", TAMPERING, HIGH)
                        .attack(
                                "as the sensor tells",
                                event(
                                        "file_edited",
                                        STRANGER,
                                        "file.path",
                                        "wp-content/themes/shop/functions.php"),
                                STRANGER)
                        .harmless(
                                "an update",
                                event("plugin_updated", STRANGER, "resource.name", "shop")),
                RuleCase.of("opening-setting-changed", TAMPERING, HIGH)
                        .attack(
                                "everybody may register",
                                event(
                                        "option_updated",
                                        STRANGER,
                                        "resource.name",
                                        "users_can_register"),
                                STRANGER)
                        .harmless(
                                "another setting",
                                event(
                                        "option_updated",
                                        STRANGER,
                                        "resource.name",
                                        "woocommerce_currency")),
                RuleCase.of("sensor-lost", TAMPERING, MEDIUM)
                        .attack(
                                "as the sensor tells",
                                TestLog.of("events", List.of(line(said(0, "sensor_lost")))),
                                NOBODY)
                        .harmless(
                                "heartbeats",
                                events(30, i -> line(said(60L * i, "sensor_heartbeat")))));
    }

    @Test
    void anAccountUnderAttackNamesWhoeverJoinsAndCountsWhatTheyDo() {
        var log = events(30, i -> login(60L * i, "failed", "shopmanager", stranger(i % 12)));

        assertThat(log.findings())
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.addresses()).hasSize(12);
                            assertThat(finding.events()).isEqualTo(30);
                            assertThat(finding.attackers().accounts())
                                    .containsExactly("shopmanager");
                        });
    }

    private static TestLog events(int count, IntFunction<String> line) {
        return TestLog.of("events", IntStream.range(0, count).mapToObj(line).toList());
    }

    private static TestLog event(String activity, String address, String key, String value) {
        return TestLog.of(
                "events",
                List.of(
                        line(
                                said(0, activity)
                                        + ",\"src_endpoint\":{\"ip\":\"%s\"},\"actor\":{\"user\":{\"name\":\"agency\"}},\"%s\":\"%s\""
                                                .formatted(address, key, value))));
    }

    private static String said(long second, String activity) {
        return "\"time\":\"%s\",\"activity_name\":\"%s\",\"metadata\":{\"product\":{\"name\":\"cordon-sensor\"}}"
                .formatted(time(second), activity);
    }

    private static String login(long second, String what, String account, String address) {
        return line(
                said(second, "login_" + what)
                        + ",\"user\":{\"name\":\"%s\"},\"src_endpoint\":{\"ip\":\"%s\"}"
                                .formatted(account, address));
    }

    /** An order as WooCommerce's interface and webhooks write it. */
    private static String order(long second, int number, String status, String address) {
        return line(
                "\"id\":%d,\"status\":\"%s\",\"total\":\"5.00\",\"payment_method\":\"stripe\",\"customer_ip_address\":\"%s\",\"date_modified_gmt\":\"%s\""
                        .formatted(
                                4_000 + number,
                                status,
                                address,
                                time(second).substring(0, "2026-11-23T06:00:00".length())));
    }

    private static String line(String members) {
        return "{" + members + "}\n";
    }

    private static String time(long second) {
        return LogBuilder.BEGIN.plusSeconds(second).toString();
    }

    private static TestLog gatewayLog(int failures, int every) {
        return TestLog.of(
                "woocommerce",
                IntStream.range(0, failures)
                        .mapToObj(
                                i ->
                                        gateway(
                                                (long) i * every,
                                                "ERROR",
                                                "Payment failed for order "
                                                        + i
                                                        + ": Your card was declined."))
                        .toList());
    }

    private static String gateway(long second, String level, String message) {
        return "%s %s %s CONTEXT: {\"source\":\"woocommerce-gateway-stripe\"}\n"
                .formatted(time(second).replace("Z", "+00:00"), level, message);
    }

    private static TestLog busyDay() {
        var lines = new ArrayList<String>();
        for (int i = 0; i < 60; i++) {
            lines.add(gateway(20L * i, "INFO", "Payment completed for order " + i));
            if (i % 2 == 0) {
                lines.add(gateway(20L * i + 5, "ERROR", "Your card was declined. Order " + i));
            }
        }
        return TestLog.of("woocommerce", lines);
    }

    private static TestLog flashSale() {
        var lines = new ArrayList<String>();
        for (int i = 0; i < 60; i++) {
            lines.add(order(8L * i, i, "processing", customer(i)));
            if (i % 2 == 0) {
                lines.add(order(8L * i + 3, 100 + i, "failed", customer(100 + i)));
            }
        }
        return TestLog.of("events", lines);
    }

    private static TestLog office() {
        var lines = new ArrayList<String>();
        for (int i = 0; i < 30; i++) {
            lines.add(
                    login(15L * i, i % 2 == 0 ? "failed" : "succeeded", "user" + i / 2, STRANGER));
        }
        return TestLog.of("events", lines);
    }

    private static TestLog fatal(String file, int times) {
        return TestLog.of(
                "php-error",
                IntStream.range(0, times)
                        .mapToObj(
                                i ->
                                        "[%s] PHP Fatal error:  Uncaught TypeError: round(): Argument #1 must be of type int|float in /srv/shop/wp-content/plugins/%s:1042\n"
                                                .formatted(
                                                        PHP.format(
                                                                LogBuilder.BEGIN.plusSeconds(
                                                                        50L * i)),
                                                        file))
                        .toList());
    }

    private static TestLog warnings() {
        return TestLog.of(
                "php-error",
                IntStream.range(0, 90)
                        .mapToObj(
                                i ->
                                        "[%s] PHP Warning:  Undefined array key \"total\" in /srv/shop/wp-content/plugins/woocommerce/includes/class-wc-checkout.php on line 77\n"
                                                .formatted(
                                                        PHP.format(
                                                                LogBuilder.BEGIN.plusSeconds(
                                                                        5L * i))))
                        .toList());
    }
}
