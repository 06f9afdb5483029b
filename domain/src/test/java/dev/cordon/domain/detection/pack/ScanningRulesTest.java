package dev.cordon.domain.detection.pack;

import static dev.cordon.domain.detection.AlertSeverity.CRITICAL;
import static dev.cordon.domain.detection.AlertSeverity.LOW;
import static dev.cordon.domain.detection.AlertSeverity.MEDIUM;
import static dev.cordon.domain.detection.AttackKind.SCANNER;
import static dev.cordon.domain.detection.AttackKind.USER_ENUMERATION;

import dev.cordon.domain.detection.engine.LogBuilder;
import java.util.List;

class ScanningRulesTest extends RuleFileTest {

    private static final String PLUGINS = "/wp-content/plugins/";
    private static final String THEMES = "/wp-content/themes/";

    @Override
    String file() {
        return "scanning.yml";
    }

    @Override
    List<RuleCase> cases() {
        return List.of(
                RuleCase.of("attack-tool", SCANNER, LOW)
                        .attack(
                                "by its own name",
                                log().agent("sqlmap/1.9.2#stable (https://sqlmap.org)")
                                        .views(STRANGER, 0, "/"),
                                STRANGER)
                        .harmless("programs that belong to shops", programs()),
                RuleCase.of("census-tool-stays", SCANNER, LOW)
                        .attack("a page every ten minutes", census(5, STRANGER), STRANGER)
                        .harmless("four in an hour", census(4, STRANGER))
                        .harmless(
                                "censuses of many, all day",
                                log().agent("Mozilla/5.0 zgrab/0.x")
                                        .times(
                                                60,
                                                (log, i) ->
                                                        log.views(
                                                                customer(i % 40), 900L * i, "/"))),
                RuleCase.of("content-discovery", SCANNER, MEDIUM)
                        .attack("words from a list", missing("/word-%d", 15, 20), STRANGER)
                        .harmless("a crawler after a move", missing("/product/old-%d/", 200, 2))
                        .harmless("a theme with missing parts", brokenTheme())
                        .harmless(
                                "a checker of links",
                                missing("/2019/02/post-%d/", 60, 10)
                                        .times(
                                                300,
                                                (log, i) ->
                                                        log.views(
                                                                STRANGER,
                                                                2L * i,
                                                                "/product/mug-" + i % 90 + "/")))
                        .harmless("a monitor of one page that is gone", missing("/status", 300, 1)),
                RuleCase.of("content-discovery-slow", SCANNER, MEDIUM)
                        .attack("words from a list", missing("/word-%d", 40, 270), STRANGER)
                        .harmless("a reader of old links", missing("/blog-%d", 30, 400))
                        .harmless(
                                "a crawler that finds more than it misses",
                                missing("/old-%d", 60, 120)
                                        .times(
                                                120,
                                                (log, i) ->
                                                        log.views(
                                                                STRANGER,
                                                                60L * i,
                                                                "/product/mug-" + i + "/"))),
                RuleCase.of("plugin-scan", SCANNER, MEDIUM)
                        .attack("plugins", missing(PLUGINS + "plugin-%d/", 6, 55), STRANGER)
                        .harmless("a theme with missing parts", brokenTheme()),
                RuleCase.of("plugin-scan-slow", SCANNER, MEDIUM)
                        .attack("plugins", missing(PLUGINS + "plugin-%d/", 12, 600), STRANGER)
                        .harmless("a reader of old links", missing(PLUGINS + "p-%d/", 9, 900)),
                RuleCase.of("theme-scan", SCANNER, MEDIUM)
                        .attack(
                                "by their style",
                                missing(THEMES + "theme-%d/style.css", 5, 100),
                                STRANGER)
                        .harmless("a theme and its child, both broken", brokenTheme()),
                RuleCase.of("plugin-version-scan", SCANNER, MEDIUM)
                        .attack(
                                "four read me",
                                answered(PLUGINS + "plugin-%d/readme.txt", 4),
                                STRANGER)
                        .harmless(
                                "an administrator who reads three",
                                answered(PLUGINS + "plugin-%d/changelog.txt", 3)),
                RuleCase.of("sensitive-file-scan", SCANNER, MEDIUM)
                        .attack("four names", list(60, 404), STRANGER)
                        .harmless("a customer who downloads what was bought", downloads())
                        .harmless("one that is asked for again and again", missing("/.env", 90, 3)),
                RuleCase.of("sensitive-file-scan-slow", SCANNER, MEDIUM)
                        .attack("eight names", missing("/backup-%d.sql", 8, 900), STRANGER)
                        .harmless("a merchant looks for a backup", missing("/b-%d.zip", 7, 900)),
                RuleCase.of("sensitive-file-served", SCANNER, CRITICAL)
                        .attack(
                                "passwords",
                                log().answering(812).views(STRANGER, 0, "/.env"),
                                STRANGER)
                        .attack(
                                "by another spelling",
                                log().answering(812).views(STRANGER, 0, "//x/..//%2egit/config"),
                                STRANGER)
                        .harmless("forbidden", log().line(STRANGER, 0, "GET", "/.env", 403))
                        .harmless(
                                "empty",
                                log().answering(0).views(STRANGER, 0, "/wp-config.php.bak"))
                        .harmless(
                                "only asked whether it is there",
                                log().line(STRANGER, 0, "HEAD", "/dump.sql", 200)),
                RuleCase.of("user-enumeration", USER_ENUMERATION, MEDIUM)
                        .attack("author after author", answered("/?author=%d", 5), STRANGER)
                        .attack(
                                "by the interface",
                                answered("/wp-json/wp/v2/users?page=%d", 5),
                                STRANGER)
                        .attack(
                                "by its route in the query",
                                answered("/?rest_route=/wp/v2/users/%d", 5),
                                STRANGER)
                        .harmless("an employee who picks an author", authorBox())
                        .harmless("a reader of four authors", answered("/?author=%d", 4)),
                RuleCase.of("user-enumeration-slow", USER_ENUMERATION, MEDIUM)
                        .attack(
                                "author after author",
                                log().times(
                                                8,
                                                (log, i) ->
                                                        log.line(
                                                                STRANGER,
                                                                900L * i,
                                                                "GET",
                                                                "/?author=" + i,
                                                                301)),
                                STRANGER)
                        .harmless(
                                "a crawler of author pages",
                                log().times(
                                                90,
                                                (log, i) ->
                                                        log.views(
                                                                STRANGER,
                                                                80L * i,
                                                                "/author/jane-" + i + "/"))),
                RuleCase.of("program-scan", SCANNER, MEDIUM)
                        .attack("programs from a list", missing("/tool-%d.php", 6, 55), STRANGER)
                        .attack(
                                "where the shop sends them to its start",
                                log().times(
                                                6,
                                                (log, i) ->
                                                        log.line(
                                                                STRANGER,
                                                                50L * i,
                                                                "GET",
                                                                "/old/tool-" + i + ".php",
                                                                302)),
                                STRANGER)
                        .harmless("a reader of five old links", missing("/page-%d.php", 5, 50))
                        .harmless(
                                "the shop's former software, which had one program",
                                missing("/product_info.php?products_id=%d", 200, 2))
                        .harmless(
                                "a crawler that remembers the former software",
                                missing("/page-%d.php", 40, 30)
                                        .times(
                                                80,
                                                (log, i) ->
                                                        log.views(
                                                                STRANGER,
                                                                15L * i,
                                                                "/product/mug-" + i + "/"))),
                RuleCase.of("program-scan-slow", SCANNER, MEDIUM)
                        .attack(
                                "programs from a list",
                                missing("/tool-%d.php", 10, 1_100),
                                STRANGER)
                        .harmless("a reader of old links", missing("/page-%d.php", 9, 1_100)),
                RuleCase.of("web-shell-scan", SCANNER, MEDIUM)
                        .attack(
                                "three names",
                                log().line(STRANGER, 0, "GET", "/wso.php", 404)
                                        .line(STRANGER, 60, "GET", "/uploads/c99.php", 404)
                                        .line(STRANGER, 299, "POST", "/alfa.php", 403),
                                STRANGER)
                        .harmless(
                                "links to pages of long ago",
                                log().line(STRANGER, 0, "GET", "/about.php", 404)
                                        .line(STRANGER, 9, "GET", "/content.php", 404)
                                        .line(STRANGER, 20, "GET", "/about.php?x=1", 404)));
    }

    private static LogBuilder missing(String target, int times, int every) {
        return log().times(
                        times,
                        (log, i) ->
                                log.line(
                                        STRANGER,
                                        (long) i * every,
                                        "GET",
                                        target.formatted(i),
                                        404));
    }

    private static LogBuilder census(int times, String address) {
        return log().agent("Mozilla/5.0 zgrab/0.x")
                .times(times, (log, i) -> log.views(address, 600L * i, "/"));
    }

    private static LogBuilder answered(String target, int times) {
        return log().times(times, (log, i) -> log.views(STRANGER, 50L * i, target.formatted(i)));
    }

    private static LogBuilder list(int every, int status) {
        var names = List.of("/.env", "/.git/HEAD", "/dump.sql", "/wp-config.php.bak");
        return log().times(
                        names.size(),
                        (log, i) ->
                                log.line(STRANGER, (long) i * every, "GET", names.get(i), status));
    }

    private static LogBuilder programs() {
        var agents =
                List.of(
                        "UptimeRobot/2.0",
                        "curl/8.14.1",
                        "Jetpack by WordPress.com",
                        "facebookexternalhit/1.1",
                        "WooCommerce API Client-PHP/3.1.0",
                        "python-requests/2.32",
                        "Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)");
        return log().times(
                        agents.size(),
                        (log, i) -> log.agent(agents.get(i)).views(customer(i), i, "/"));
    }

    private static LogBuilder brokenTheme() {
        return log().referer("https://shop.example/")
                .times(
                        60,
                        (log, i) ->
                                log.line(
                                        STRANGER,
                                        2L * i,
                                        "GET",
                                        THEMES + "shop/assets/part-" + i + ".js",
                                        404))
                .line(STRANGER, 5, "GET", THEMES + "shop/style.css?ver=3", 404)
                .line(STRANGER, 6, "GET", THEMES + "shop-child/style.css?ver=3", 404)
                .line(STRANGER, 7, "GET", THEMES + "shop/screenshot.png", 404);
    }

    private static LogBuilder downloads() {
        return log().times(
                        12,
                        (log, i) ->
                                log.browses(STRANGER, 9L * i, "/my-account/downloads/")
                                        .views(
                                                STRANGER,
                                                9L * i + 5,
                                                "/wp-content/uploads/2026/11/pattern-"
                                                        + i
                                                        + ".zip"));
    }

    /** The block editor asks at every key. */
    private static LogBuilder authorBox() {
        return log().browses(STRANGER, 0, "/")
                .referer("https://shop.example/wp-admin/post.php?post=9&action=edit")
                .agent(LogBuilder.BROWSER)
                .times(
                        20,
                        (log, i) ->
                                log.views(
                                        STRANGER,
                                        10 + i,
                                        "/wp-json/wp/v2/users?who=authors&search=ja" + i));
    }
}
