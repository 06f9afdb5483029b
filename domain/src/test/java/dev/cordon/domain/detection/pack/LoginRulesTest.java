package dev.cordon.domain.detection.pack;

import static dev.cordon.domain.detection.AlertSeverity.MEDIUM;
import static dev.cordon.domain.detection.AttackKind.CREDENTIAL_STUFFING;
import static dev.cordon.domain.detection.AttackKind.LOGIN_BRUTEFORCE;

import dev.cordon.domain.detection.engine.LogBuilder;
import java.util.List;

class LoginRulesTest extends RuleFileTest {

    private static final String WORDPRESS = "/wp-login.php";
    private static final String APP = "/wp-json/jwt-auth/v1/token";
    private static final String SCRIPTS = "/wp-admin/admin-ajax.php";
    private static final String AJAX = SCRIPTS + "?action=";
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
                        .attack(
                                "a browser that is steered",
                                guesses("/my-account/", 16, 38).browses(STRANGER, 0, "/shop/"),
                                STRANGER)
                        .harmless("a school behind one address", office("/my-account/", 30, 20)),
                RuleCase.of("account-login-burst-cold", LOGIN_BRUTEFORCE, MEDIUM)
                        .attack("ten in ten minutes", guesses("/my-account/", 10, 65), STRANGER)
                        .attack(
                                "where the shop speaks German",
                                guesses("/mein-konto/", 10, 65),
                                STRANGER)
                        .harmless(
                                "a customer with a browser who forgot all of them",
                                guesses("/my-account/", 15, 30).browses(STRANGER, 0, "/shop/")),
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
                RuleCase.of("login-patient", LOGIN_BRUTEFORCE, MEDIUM)
                        .attack("three an hour", guesses(WORDPRESS, 24, 1_200), STRANGER)
                        .harmless("two an hour", guesses(WORDPRESS, 20, 1_800))
                        .harmless(
                                "an office that mistypes all day",
                                allDayInOnePlace(WORDPRESS, 900, 1_800)),
                RuleCase.of("account-login-patient", LOGIN_BRUTEFORCE, MEDIUM)
                        .attack("five an hour", guesses("/my-account/", 40, 720), STRANGER)
                        .harmless(
                                "a school that mistypes all day",
                                allDayInOnePlace("/my-account/", 600, 1_700)),
                RuleCase.of("login-accepted-burst", LOGIN_BRUTEFORCE, MEDIUM)
                        .attack("each answered with a redirect", letIn(15, 20), STRANGER)
                        .harmless("a check that logs in every minute", letIn(60, 60))
                        .harmless(
                                "a newsroom behind one address",
                                letIn(30, 9).browses(STRANGER, 0, WORDPRESS)),
                RuleCase.of("rest-login-burst", LOGIN_BRUTEFORCE, MEDIUM)
                        .attack("the app's door", appGuesses(APP, 15, 20, 403), STRANGER)
                        .attack(
                                "the same by its other address",
                                appGuesses("/?rest_route=/jwt-auth/v1/token", 15, 20, 403),
                                STRANGER)
                        .attack(
                                "another plugin's door",
                                appGuesses("/wp-json/aam/v2/authenticate", 15, 20, 401),
                                STRANGER)
                        .attack("application passwords", whoAmI(15, 20), STRANGER)
                        .harmless("a program that lost its password", whoAmI(60, 30))
                        .harmless("a mobile network full of the app's users", mobileNetwork()),
                RuleCase.of("ajax-login-burst", LOGIN_BRUTEFORCE, MEDIUM)
                        .attack("a plugin's form", posts(AJAX + "ajaxlogin", 15, 40), STRANGER)
                        .attack(
                                "the same, written otherwise",
                                posts(AJAX + "shopLoginByMail", 15, 40),
                                STRANGER)
                        .attack("in two words", posts(AJAX + "user_sign_in", 15, 40), STRANGER)
                        .attack(
                                "another one's",
                                posts(SCRIPTS + "?xoo_el_form_action=1", 15, 40),
                                STRANGER)
                        .attack(
                                "one of the shop's scripts",
                                posts("/?wc-ajax=customer_signin", 15, 40),
                                STRANGER)
                        .harmless("a page builder at work", posts(AJAX + "elementor_ajax", 300, 2))
                        .harmless(
                                "what only reads like a login",
                                posts(AJAX + "get_bloginfo", 90, 2)
                                        .times(
                                                90,
                                                (log, i) ->
                                                        log.posts(
                                                                STRANGER,
                                                                2L * i,
                                                                AJAX + "activity_log_insert",
                                                                200)))
                        .harmless(
                                "ten colleagues at nine o'clock",
                                posts(AJAX + "ajax_login", 10, 5)),
                RuleCase.of("ajax-burst", LOGIN_BRUTEFORCE, MEDIUM)
                        .attack("a form whose name is in the body", posts(SCRIPTS, 60, 2), STRANGER)
                        .harmless("an open administration", posts(SCRIPTS, 240, 15))
                        .harmless(
                                "an import with a browser",
                                posts(SCRIPTS, 300, 1)
                                        .browses(STRANGER, 0, "/wp-admin/admin.php?page=import"))
                        .harmless(
                                "what a store sends to itself",
                                posts(AJAX + "as_async_request_queue_runner", 300, 1)),
                RuleCase.of("login-crowd", CREDENTIAL_STUFFING, MEDIUM)
                        .attack(
                                "a tool that looks at a page first, after a newsroom's morning",
                                likeBrowsers(WORDPRESS, 25, 4 * HOUR, 20)
                                        .times(
                                                10,
                                                (log, i) ->
                                                        log.customer(customer(i), 60L * i, false)),
                                strangers(25))
                        .harmless("a newsroom on Monday", morning(WORDPRESS, 40)),
                RuleCase.of("account-login-crowd", CREDENTIAL_STUFFING, MEDIUM)
                        .attack(
                                "a tool that looks at a page first",
                                likeBrowsers("/my-account/", 25, 0, 20),
                                strangers(25))
                        .harmless("a flash sale with forgetful customers", flashSale()),
                RuleCase.of("login-crowd-slow", CREDENTIAL_STUFFING, MEDIUM)
                        .attack(
                                "fifteen addresses in five hours",
                                slowly(WORDPRESS, 15),
                                strangers(15))
                        .harmless("authors who mistype all day", allDay(WORDPRESS)),
                RuleCase.of("login-browsers-crowd-slow", CREDENTIAL_STUFFING, MEDIUM)
                        .attack(
                                "twenty that look at a page first",
                                likeBrowsers(WORDPRESS, 20, 0, 15 * MINUTE),
                                strangers(20))
                        .harmless("authors who mistype all day", allDay(WORDPRESS)),
                RuleCase.of("account-login-browsers-crowd-slow", CREDENTIAL_STUFFING, MEDIUM)
                        .attack(
                                "forty that look at a page first",
                                likeBrowsers("/my-account/", 40, 0, 9 * MINUTE),
                                strangers(40))
                        .harmless("customers who mistype all day", allDay("/my-account/"))
                        .harmless(
                                "a few who never get in",
                                likeBrowsers("/my-account/", 30, 0, 9 * MINUTE)),
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

    private static LogBuilder allDayInOnePlace(String door, int refused, int accepted) {
        return log().at(door)
                .browses(STRANGER, 0, door)
                .times(10 * HOUR / refused, (log, i) -> log.refused(STRANGER, (long) i * refused))
                .times(
                        10 * HOUR / accepted,
                        (log, i) -> log.accepted(STRANGER, (long) i * accepted));
    }

    private static LogBuilder letIn(int times, int every) {
        return log().at(WORDPRESS)
                .times(times, (log, i) -> log.accepted(STRANGER, (long) i * every));
    }

    private static LogBuilder appGuesses(String door, int times, int every, int status) {
        return log().agent("okhttp/4.12.0")
                .times(times, (log, i) -> log.posts(STRANGER, (long) i * every, door, status));
    }

    private static LogBuilder whoAmI(int times, int every) {
        return log().agent("python-requests/2.32")
                .times(
                        times,
                        (log, i) ->
                                log.line(
                                        STRANGER,
                                        (long) i * every,
                                        "GET",
                                        "/wp-json/wp/v2/users/me",
                                        401));
    }

    private static LogBuilder mobileNetwork() {
        return appGuesses(APP, 30, 15, 403)
                .times(25, (log, i) -> log.posts(STRANGER, 18L * i, APP, 200))
                .times(90, (log, i) -> log.posts(STRANGER, 5L * i, APP + "/validate", 403));
    }

    private static LogBuilder posts(String target, int times, int every) {
        return log().times(times, (log, i) -> log.posts(STRANGER, (long) i * every, target, 200));
    }

    private static LogBuilder likeBrowsers(String door, int addresses, long begin, int every) {
        return log().at(door)
                .times(
                        addresses,
                        (log, i) ->
                                log.views(stranger(i), begin + (long) i * every, "/shop/")
                                        .refused(stranger(i), begin + (long) i * every + 1));
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
                                        .refused(customer(i), 6L * MINUTE * i + 20)
                                        .accepted(customer(i), 6L * MINUTE * i + 40));
    }
}
