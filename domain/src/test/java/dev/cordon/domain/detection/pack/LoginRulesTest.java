package dev.cordon.domain.detection.pack;

import static dev.cordon.domain.detection.AlertSeverity.MEDIUM;
import static dev.cordon.domain.detection.AttackKind.CREDENTIAL_STUFFING;
import static dev.cordon.domain.detection.AttackKind.LOGIN_BRUTEFORCE;

import dev.cordon.domain.detection.engine.LogBuilder;
import java.util.List;

class LoginRulesTest extends RuleFileTest {

    private static final String WORDPRESS = "/wp-login.php";
    private static final String APP = "/wp-json/jwt-auth/v1/token";
    private static final String AJAX = "/wp-admin/admin-ajax.php?action=";
    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;

    @Override
    String file() {
        return "login.yml";
    }

    @Override
    List<RuleCase> cases() {
        return List.of(
                RuleCase.of("login-burst", LOGIN_BRUTEFORCE, MEDIUM)
                        .attack("ten in five minutes", guesses(WORDPRESS, 10, 33), STRANGER)
                        .harmless("ten in more than five minutes", guesses(WORDPRESS, 10, 34))
                        .harmless("nine, and nine more for a new password", forgetful())
                        .harmless("an office behind one address", office(WORDPRESS, 40, 40)),
                RuleCase.of("login-slow", LOGIN_BRUTEFORCE, MEDIUM)
                        .attack("twenty in an hour", guesses(WORDPRESS, 20, 180), STRANGER)
                        .harmless("fifteen in an hour", guesses(WORDPRESS, 15, 240))
                        .harmless("the day new passwords are asked for", policyDay()),
                RuleCase.of("account-login-burst", LOGIN_BRUTEFORCE, MEDIUM)
                        .attack("ten in ten minutes", guesses("/my-account/", 10, 65), STRANGER)
                        .harmless("a school behind one address", office("/my-account/", 30, 20)),
                RuleCase.of("account-login-slow", LOGIN_BRUTEFORCE, MEDIUM)
                        .attack("twenty in two hours", guesses("/my-account/", 20, 370), STRANGER)
                        .harmless(
                                "a customer who tries all evening",
                                guesses("/my-account/", 12, 600)
                                        .posts(
                                                STRANGER,
                                                2 * HOUR,
                                                "/my-account/lost-password/",
                                                302)),
                RuleCase.of("token-login-burst", LOGIN_BRUTEFORCE, MEDIUM)
                        .attack("the app's door", appGuesses(10, 60, 403), STRANGER)
                        .attack(
                                "the same by its other address",
                                log().times(
                                                10,
                                                (log, i) ->
                                                        log.posts(
                                                                STRANGER,
                                                                50L * i,
                                                                "/?rest_route=/jwt-auth/v1/token",
                                                                403)),
                                STRANGER)
                        .harmless("a mobile network full of the app's users", mobileNetwork()),
                RuleCase.of("ajax-login-burst", LOGIN_BRUTEFORCE, MEDIUM)
                        .attack("a plugin's form", ajax("ajaxlogin", 15, 20), STRANGER)
                        .harmless("a page builder at work", ajax("elementor_ajax", 300, 2))
                        .harmless("ten colleagues at nine o'clock", ajax("ajax_login", 10, 5)),
                RuleCase.of("login-crowd", CREDENTIAL_STUFFING, MEDIUM)
                        .attack(
                                "a tool that looks at a page first",
                                likeBrowsers(WORDPRESS, 25),
                                strangers(25))
                        .harmless("a newsroom on Monday", morning(WORDPRESS, 40)),
                RuleCase.of("account-login-crowd", CREDENTIAL_STUFFING, MEDIUM)
                        .attack(
                                "a tool that looks at a page first",
                                likeBrowsers("/my-account/", 25),
                                strangers(25))
                        .harmless("a flash sale with forgetful customers", flashSale()),
                RuleCase.of("login-crowd-slow", CREDENTIAL_STUFFING, MEDIUM)
                        .attack(
                                "fifteen addresses in five hours",
                                slowly(WORDPRESS, 15),
                                strangers(15))
                        .harmless("authors who mistype all day", allDay(WORDPRESS)),
                RuleCase.of("account-login-crowd-slow", CREDENTIAL_STUFFING, MEDIUM)
                        .attack(
                                "fifteen addresses in five hours",
                                slowly("/my-account/", 15),
                                strangers(15))
                        .harmless("customers who mistype all day", allDay("/my-account/"))
                        .harmless("fourteen that looked at nothing", slowly("/my-account/", 14)));
    }

    private static LogBuilder guesses(String door, int times, int every) {
        return log().at(door).times(times, (log, i) -> log.refused(STRANGER, (long) i * every));
    }

    private static LogBuilder forgetful() {
        return guesses(WORDPRESS, 9, 20)
                .times(
                        9,
                        (log, i) ->
                                log.posts(
                                        STRANGER,
                                        180 + 5L * i,
                                        "/wp-login.php?action=lostpassword",
                                        200));
    }

    private static LogBuilder office(String door, int refused, int accepted) {
        return log().at(door)
                .browses(STRANGER, 0, door)
                .times(refused, (log, i) -> log.refused(STRANGER, 7L * i))
                .times(accepted, (log, i) -> log.accepted(STRANGER, 7L * i + 3));
    }

    private static LogBuilder policyDay() {
        return log().at(WORDPRESS)
                .browses(STRANGER, 0, WORDPRESS)
                .times(30, (log, i) -> log.refused(STRANGER, 100L * i))
                .times(20, (log, i) -> log.accepted(STRANGER, 150L * i));
    }

    private static LogBuilder appGuesses(int times, int every, int status) {
        return log().agent("okhttp/4.12.0")
                .times(times, (log, i) -> log.posts(STRANGER, (long) i * every, APP, status));
    }

    private static LogBuilder mobileNetwork() {
        return appGuesses(14, 30, 403)
                .times(20, (log, i) -> log.posts(STRANGER, 21L * i, APP, 200))
                .times(90, (log, i) -> log.posts(STRANGER, 5L * i, APP + "/validate", 403));
    }

    private static LogBuilder ajax(String action, int times, int every) {
        return log().times(
                        times,
                        (log, i) -> log.posts(STRANGER, (long) i * every, AJAX + action, 200));
    }

    private static LogBuilder likeBrowsers(String door, int addresses) {
        return log().at(door)
                .times(
                        addresses,
                        (log, i) ->
                                log.views(stranger(i), 20L * i, "/shop/")
                                        .refused(stranger(i), 20L * i + 1));
    }

    private static LogBuilder morning(String door, int people) {
        return log().at(door).times(people, (log, i) -> log.customer(customer(i), 12L * i, true));
    }

    private static LogBuilder flashSale() {
        return log().times(200, (log, i) -> log.customer(customer(i), 2L * i, i % 3 == 0));
    }

    private static LogBuilder slowly(String door, int addresses) {
        return log().at(door)
                .times(addresses, (log, i) -> log.refused(stranger(i), 20L * MINUTE * i));
    }

    private static LogBuilder allDay(String door) {
        return log().at(door)
                .times(
                        60,
                        (log, i) ->
                                log.browses(customer(i), 6L * MINUTE * i, "/")
                                        .refused(customer(i), 6L * MINUTE * i + 20));
    }
}
