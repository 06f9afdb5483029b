package dev.cordon.domain.detection.pack;

import static dev.cordon.domain.detection.AlertSeverity.CRITICAL;
import static dev.cordon.domain.detection.AlertSeverity.HIGH;
import static dev.cordon.domain.detection.AlertSeverity.MEDIUM;
import static dev.cordon.domain.detection.AttackKind.ADMIN_TAKEOVER;
import static dev.cordon.domain.detection.AttackKind.TAMPERING;
import static dev.cordon.domain.detection.AttackKind.WEB_SHELL;

import dev.cordon.domain.detection.engine.LogBuilder;
import java.util.List;

class TakeoverRulesTest extends RuleFileTest {

    private static final String UPLOAD = "/wp-admin/update.php?action=upload-plugin";
    private static final String UPDATE = "/wp-admin/update.php?action=upgrade-plugin&plugin=seo";
    private static final String INSTALL =
            "/wp-admin/update.php?action=install-plugin&plugin=wp-file-manager";
    private static final String ACTIVATE =
            "/wp-admin/plugins.php?action=activate&plugin=wp-file-manager%2Ff.php";
    private static final String EDITOR = "/wp-admin/theme-editor.php";
    private static final String NEW_USER = "/wp-admin/user-new.php";
    private static final String APPLICATION = "/wp-json/wp/v2/users/1/application-passwords";
    private static final String GATEWAY =
            "/wp-admin/admin.php?page=wc-settings&tab=checkout&section=stripe";
    private static final String GATEWAYS = "/wp-json/wc/v3/payment_gateways/stripe";
    private static final String PLUGINS = "/wp-json/wp/v2/plugins";
    private static final String OFF =
            "/wp-admin/plugins.php?action=deactivate&plugin=wordfence%2Fwordfence.php";
    private static final String UPLOADED = "/wp-content/uploads/2026/11/cache_7f3a.php";
    private static final String IN_A_PLUGIN = "/wp-content/plugins/seo/ajax.php";
    private static final String IN_A_THEME = "/wp-content/themes/shop/inc/options.php";
    private static final int THREE_HOURS = 3 * 3_600;

    @Override
    String file() {
        return "takeover.yml";
    }

    @Override
    List<RuleCase> cases() {
        return List.of(
                RuleCase.of("takeover-plugin-upload", ADMIN_TAKEOVER, CRITICAL)
                        .attack("a plugin", arrives().posts(STRANGER, 90, UPLOAD, 200), STRANGER)
                        .harmless(
                                "an agency at work", atWork().posts(STRANGER, 11_000, UPLOAD, 200))
                        .harmless("a merchant who updates all plugins", updates()),
                RuleCase.of("takeover-file-edit", ADMIN_TAKEOVER, CRITICAL)
                        .attack("a theme", logsIn().posts(STRANGER, 90, EDITOR, 302), STRANGER)
                        .harmless(
                                "a developer at work",
                                atWork().posts(STRANGER, 11_000, EDITOR, 302))
                        .harmless(
                                "somebody who only reads files",
                                logsIn().views(STRANGER, 90, EDITOR + "?file=functions.php")),
                RuleCase.of("takeover-user-made", ADMIN_TAKEOVER, HIGH)
                        .attack(
                                "with the form",
                                arrives().posts(STRANGER, 90, NEW_USER, 302),
                                STRANGER)
                        .attack(
                                "by the interface",
                                arrives().posts(STRANGER, 90, "/wp-json/wp/v2/users", 201),
                                STRANGER)
                        .attack(
                                "by its route in the query",
                                arrives().posts(STRANGER, 90, "/?rest_route=/wp/v2/users", 201),
                                STRANGER)
                        .harmless(
                                "a colleague, in the afternoon",
                                atWork().posts(STRANGER, 11_000, NEW_USER, 302))
                        .harmless(
                                "a form that was refused",
                                logsIn().posts(STRANGER, 90, NEW_USER, 200)),
                RuleCase.of("takeover-session", ADMIN_TAKEOVER, CRITICAL)
                        .attack(
                                "with a stolen cookie",
                                log().browses(STRANGER, 0, "/wp-admin/")
                                        .posts(STRANGER, 30, UPLOAD, 200)
                                        .posts(STRANGER, 60, "/wp-json/wp/v2/users", 201),
                                STRANGER)
                        .harmless(
                                "an upload alone",
                                log().browses(STRANGER, 0, "/wp-admin/")
                                        .posts(STRANGER, 30, UPLOAD, 200)
                                        .views(STRANGER, 60, NEW_USER))
                        .harmless(
                                "an agency at work",
                                atWork().posts(STRANGER, 11_000, UPLOAD, 200)
                                        .posts(STRANGER, 11_100, NEW_USER, 302)),
                RuleCase.of("takeover-plugin-upload-stranger", ADMIN_TAKEOVER, HIGH)
                        .attack(
                                "a program with a stolen cookie",
                                log().agent("python-requests/2.32").posts(STRANGER, 0, UPLOAD, 200),
                                STRANGER)
                        .harmless(
                                "one that may not",
                                log().agent("python-requests/2.32").posts(STRANGER, 0, UPLOAD, 403))
                        .harmless("a merchant who is still logged in", stillIn(UPLOAD, 200))
                        .harmless(
                                "a program of the merchant's that maintains the store",
                                maintains(UPLOAD, 200)),
                RuleCase.of("takeover-user-made-stranger", ADMIN_TAKEOVER, HIGH)
                        .attack(
                                "a hole in a plugin",
                                log().agent("python-requests/2.32")
                                        .posts(STRANGER, 0, "/wp-json/wp/v2/users", 201),
                                STRANGER)
                        .attack(
                                "a program with a stolen cookie",
                                log().agent("python-requests/2.32")
                                        .views(STRANGER, 0, NEW_USER)
                                        .posts(STRANGER, 2, NEW_USER, 302),
                                STRANGER)
                        .harmless(
                                "one that may not",
                                log().agent("python-requests/2.32")
                                        .posts(STRANGER, 0, "/wp-json/wp/v2/users", 401))
                        .harmless("a merchant who is still logged in", stillIn(NEW_USER, 302))
                        .harmless(
                                "a program of the merchant's that brings employees along",
                                maintains("/wp-json/wp/v2/users", 201)),
                RuleCase.of("takeover-plugin-added", ADMIN_TAKEOVER, MEDIUM)
                        .attack(
                                "from the directory",
                                logsIn().views(STRANGER, 90, INSTALL),
                                STRANGER)
                        .attack(
                                "switched on",
                                logsIn().line(STRANGER, 90, "GET", ACTIVATE, 302),
                                STRANGER)
                        .harmless("a merchant who updates all plugins", updates())
                        .harmless("an agency at work", atWork().views(STRANGER, 11_000, INSTALL)),
                RuleCase.of("takeover-plugin-program", ADMIN_TAKEOVER, HIGH)
                        .attack("installed", log().posts(STRANGER, 0, PLUGINS, 201), STRANGER)
                        .attack(
                                "switched on",
                                log().line(STRANGER, 0, "PUT", PLUGINS + "/files/files", 200),
                                STRANGER)
                        .harmless("the block directory", atHome().posts(STRANGER, 60, PLUGINS, 201))
                        .harmless("a program that reads", log().views(STRANGER, 0, PLUGINS)),
                RuleCase.of("takeover-application-password", ADMIN_TAKEOVER, HIGH)
                        .attack(
                                "on the profile's page",
                                logsIn().posts(STRANGER, 90, APPLICATION, 201),
                                STRANGER)
                        .attack(
                                "for an app",
                                logsIn().posts(
                                                STRANGER,
                                                90,
                                                "/wp-admin/authorize-application.php?app_name=x",
                                                302),
                                STRANGER)
                        .harmless(
                                "a merchant at work",
                                atWork().posts(STRANGER, 11_000, APPLICATION, 201))
                        .harmless(
                                "one that only reads them",
                                logsIn().views(STRANGER, 90, APPLICATION)),
                RuleCase.of("takeover-gateway-changed", TAMPERING, HIGH)
                        .attack(
                                "the merchant's account",
                                logsIn().posts(STRANGER, 90, GATEWAY, 302),
                                STRANGER)
                        .harmless(
                                "the merchant at work",
                                atWork().posts(STRANGER, 11_000, GATEWAY, 302))
                        .harmless(
                                "other settings",
                                logsIn().posts(
                                                STRANGER,
                                                90,
                                                "/wp-admin/admin.php?page=wc-settings&tab=shipping&section=",
                                                302)),
                RuleCase.of("gateway-changed-program", TAMPERING, HIGH)
                        .attack(
                                "with a key",
                                log().line(STRANGER, 0, "PUT", GATEWAYS, 200),
                                STRANGER)
                        .attack(
                                "by the route in the query",
                                log().posts(
                                                STRANGER,
                                                0,
                                                "/?rest_route=%2Fwc%2Fv3%2Fpayment_gateways%2Fstripe",
                                                200),
                                STRANGER)
                        .harmless(
                                "a key that may not", log().line(STRANGER, 0, "PUT", GATEWAYS, 403))
                        .harmless(
                                "a connection that reads them", log().views(STRANGER, 0, GATEWAYS))
                        .harmless(
                                "the settings' own page",
                                atHome().line(STRANGER, 60, "PUT", GATEWAYS, 200)),
                RuleCase.of("security-plugin-deactivated", TAMPERING, HIGH)
                        .attack("Wordfence", log().line(STRANGER, 0, "GET", OFF, 302), STRANGER)
                        .harmless(
                                "another plugin",
                                log().line(
                                                STRANGER,
                                                0,
                                                "GET",
                                                OFF.replace("wordfence", "seo"),
                                                302))
                        .harmless("one that may not", log().line(STRANGER, 0, "GET", OFF, 403)),
                RuleCase.of("web-shell-post", WEB_SHELL, HIGH)
                        .attack(
                                "two orders",
                                log().posts(STRANGER, 0, IN_A_THEME, 200)
                                        .posts(STRANGER, 40, IN_A_THEME, 200),
                                STRANGER)
                        .harmless(
                                "a form of an old theme",
                                log().browses(STRANGER, 0, "/contact/")
                                        .posts(STRANGER, 30, IN_A_THEME, 200)
                                        .posts(STRANGER, 60, IN_A_THEME, 200))
                        .harmless(
                                "one that is not there",
                                log().posts(STRANGER, 0, IN_A_THEME, 404)
                                        .posts(STRANGER, 9, IN_A_THEME, 404)),
                RuleCase.of("web-shell-use", WEB_SHELL, CRITICAL)
                        .attack("among the pictures", log().views(STRANGER, 0, UPLOADED), STRANGER)
                        .attack(
                                "by another spelling",
                                log().posts(
                                                STRANGER,
                                                0,
                                                "/wp-content//uploads/%63ache.PhP?a=1",
                                                200),
                                STRANGER)
                        .attack(
                                "in WordPress's library",
                                log().posts(STRANGER, 0, "/wp-includes/images/old.php", 200),
                                STRANGER)
                        .harmless(
                                "one that is not there",
                                log().line(STRANGER, 0, "GET", UPLOADED, 404))
                        .harmless("one that may not run", log().posts(STRANGER, 0, UPLOADED, 403))
                        .harmless(
                                "the empty index",
                                log().answering(0)
                                        .views(STRANGER, 0, "/wp-content/uploads/index.php")
                                        .views(
                                                STRANGER,
                                                1,
                                                "/wp-content/uploads/wc-logs/silence.php"))
                        .harmless(
                                "the editor's script",
                                log().views(STRANGER, 0, "/wp-includes/js/tinymce/wp-tinymce.php")),
                RuleCase.of("web-shell-command", WEB_SHELL, CRITICAL)
                        .attack(
                                "a first look",
                                log().views(STRANGER, 0, IN_A_PLUGIN + "?cmd=id"),
                                STRANGER)
                        .attack(
                                "a file, encoded",
                                log().views(
                                                STRANGER,
                                                0,
                                                IN_A_PLUGIN + "?c=cat%20%2Fsrv%2Fshop%2Fkeys"),
                                STRANGER)
                        .harmless(
                                "a plugin's own search",
                                log().views(STRANGER, 0, IN_A_PLUGIN + "?q=idea")
                                        .views(STRANGER, 1, IN_A_PLUGIN + "?q=cat+food")
                                        .views(STRANGER, 2, IN_A_PLUGIN + "?c=lsd&x=echo"))
                        .harmless(
                                "one that is not there",
                                log().line(STRANGER, 0, "GET", IN_A_PLUGIN + "?cmd=id", 404)));
    }

    /** A login from an address that nobody has seen, without looking around. */
    private static LogBuilder logsIn() {
        return log().at("/wp-login.php")
                .agent(LogBuilder.BROWSER)
                .views(STRANGER, 0, "/wp-login.php")
                .accepted(STRANGER, 20)
                .views(STRANGER, 22, "/wp-admin/");
    }

    /** The same with a browser. */
    private static LogBuilder arrives() {
        return logsIn().browses(STRANGER, 24, "/wp-admin/plugins.php");
    }

    /** A merchant at a new address whose browser is still logged in. */
    private static LogBuilder stillIn(String does, int status) {
        return log().agent(LogBuilder.BROWSER)
                .browses(STRANGER, 0, "/wp-admin/")
                .posts(STRANGER, 40, does, status);
    }

    /** A program that has looked after the store for hours. */
    private static LogBuilder maintains(String does, int status) {
        return log().agent("maintenance/2.1")
                .times(12, (log, i) -> log.views(STRANGER, 600L * i, "/wp-json/"))
                .posts(STRANGER, 7_200, does, status);
    }

    /** Somebody who has been at work for three hours, and logs in again after lunch. */
    private static LogBuilder atWork() {
        return atHome().at("/wp-login.php").accepted(STRANGER, THREE_HOURS);
    }

    /** Somebody with a browser in the administration. */
    private static LogBuilder atHome() {
        return log().agent(LogBuilder.BROWSER)
                .browses(STRANGER, 0, "/wp-login.php")
                .at("/wp-login.php")
                .accepted(STRANGER, 20)
                .browses(STRANGER, 22, "/wp-admin/");
    }

    private static LogBuilder updates() {
        return atHome().times(12, (log, i) -> log.views(STRANGER, 60 + 9L * i, UPDATE + i));
    }
}
