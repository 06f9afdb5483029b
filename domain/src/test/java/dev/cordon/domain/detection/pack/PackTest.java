package dev.cordon.domain.detection.pack;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.engine.Pack;
import dev.cordon.domain.detection.rule.Level;
import dev.cordon.domain.detection.rule.Rule;
import dev.cordon.domain.detection.rule.RuleFile;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pack as a whole has to be. */
class PackTest {

    /** A reason says what happened and, behind one of these, what is normal. */
    private static final String BOTH = ".*[;:.,] .*";

    private static final List<RuleFileTest> TESTED =
            List.of(
                    new CheckoutRulesTest(),
                    new EventRulesTest(),
                    new FloodRulesTest(),
                    new InjectionRulesTest(),
                    new InterfaceRulesTest(),
                    new LoginRulesTest(),
                    new ScanningRulesTest(),
                    new TakeoverRulesTest(),
                    new XmlrpcRulesTest());

    @Test
    void allOfItLoads() {
        assertThat(PackRules.running().refused()).isEmpty();
    }

    @Test
    void atLeastThirtyOfItsRulesRaiseAlerts() {
        assertThat(PackRules.alerting()).hasSizeGreaterThanOrEqualTo(30);
    }

    @Test
    void everyFileIsTested() {
        assertThat(TESTED)
                .extracting(RuleFileTest::file)
                .containsExactlyElementsOf(Pack.files().stream().map(RuleFile::name).toList());
    }

    @Test
    void everyAlertingRuleHasAnAttackAndSomethingHarmless() {
        var proven =
                TESTED.stream()
                        .flatMap(file -> file.cases().stream())
                        .filter(each -> !each.attacks().isEmpty() && !each.harmless().isEmpty())
                        .map(RuleCase::rule)
                        .toList();

        assertThat(proven)
                .containsExactlyInAnyOrderElementsOf(
                        PackRules.alerting().stream().map(rule -> rule.head().name()).toList());
    }

    @Test
    void namesAndIdsAreUnique() {
        var rules = PackRules.running().rules();
        var names = new HashSet<String>();
        rules.forEach(
                rule ->
                        Stream.of(rule.head().name(), rule.head().id())
                                .filter(each -> each != null)
                                .forEach(each -> assertThat(names.add(each)).as(each).isTrue()));
    }

    static Stream<Rule> alerting() {
        return PackRules.alerting().stream();
    }

    @ParameterizedTest
    @MethodSource("alerting")
    void anAlertingRuleSaysAllThatAPersonNeeds(Rule rule) {
        var head = rule.head();
        var document = PackRules.document(head.name());
        var extension = head.extension();

        assertThat(head.title()).isNotBlank().doesNotEndWith(".");
        assertThat(head.name()).matches("[a-z][a-z-]+");
        assertThat(UUID.fromString(head.id())).hasToString(head.id());
        assertThat(document.get("status")).isEqualTo("stable");
        assertThat(head.description()).isNotEqualTo(head.title()).endsWith(".");
        assertThat(head.author()).isEqualTo("Cordon");
        assertThat(LocalDate.parse(document.get("date").toString()))
                .isBetween(LocalDate.of(2026, 11, 1), LocalDate.of(2100, 1, 1));
        assertThat(head.techniques()).isNotEmpty();
        assertThat((List<?>) document.get("tags"))
                .allMatch(tag -> tag.toString().matches("attack\\.(t\\d{4}(\\.\\d{3})?|[a-z-]+)"));
        assertThat(document.containsKey("level")).isTrue();
        assertThat(head.level()).isNotEqualTo(Level.INFORMATIONAL);
        assertThat(head.falsePositives()).isNotEmpty().noneMatch(String::isBlank);
        assertThat(extension.thresholdSource()).isNotBlank();
        assertThat(extension.playbook()).matches("[a-z-]+");
        assertThat(extension.attack()).isNotNull().isNotEqualTo(AttackKind.OTHER);
        assertThat(extension.reason()).containsOnlyKeys("en", "de");
        assertThat(extension.reason().values())
                .allMatch(text -> text.matches(BOTH) && text.endsWith("."));
    }

    @Test
    void everyKindOfAttackHasARule() {
        var kinds =
                PackRules.alerting().stream()
                        .map(rule -> rule.head().extension().attack())
                        .collect(toSet());
        var all = new HashSet<>(Set.of(AttackKind.values()));
        all.remove(AttackKind.OTHER);

        assertThat(kinds).isEqualTo(all);
    }

    @ParameterizedTest
    @CsvSource({
        "fast logins, login-burst",
        "slow logins, login-slow",
        "distributed logins, login-crowd",
        "logins that are low and slow over hours, login-crowd-slow",
        "xmlrpc, xmlrpc-burst",
        "xmlrpc multicall, xmlrpc-multicall",
        "my-account, account-login-burst",
        "my-account slowly, account-login-slow",
        "my-account distributed, account-login-crowd",
        "my-account low and slow, account-login-crowd-slow",
        "admin-ajax, ajax-login-burst",
        "the app's login, rest-login-burst",
        "one account from everywhere, account-under-attack",
        "injection, sql-injection",
        "slow injection, sql-probing-slow",
        "script for browsers, cross-site-scripting",
        "code, code-injection",
        "search flood, search-flood",
        "distributed search flood, search-flood-crowd",
        "product and layered navigation flood, product-flood",
        "distributed product flood, product-flood-crowd",
        "card testing at the Store API, card-testing",
        "card testing at the classic checkout, card-testing-classic",
        "card testing at order-pay and add-payment-method, card-testing-classic-cold",
        "card testing at the gateway, card-testing-gateway",
        "distributed card testing, card-testing-crowd",
        "card testing as gateways tell, payment-failures",
        "checkout errors after an update, checkout-failure",
        "fatal errors after an update, fatal-errors",
        "plugin scanning, plugin-scan",
        "theme scanning, theme-scan",
        "content discovery, content-discovery",
        "sensitive files, sensitive-file-scan",
        "sensitive files handed out, sensitive-file-served",
        "user enumeration, user-enumeration",
        "scraping, scraping",
        "web shell probe, web-shell-scan",
        "web shell use, web-shell-use",
        "plugin upload by a hijacked session, takeover-plugin-upload",
        "plugin installation by a hijacked session, takeover-plugin-added",
        "plugin installation by the interface, takeover-plugin-program",
        "administrator by a hijacked session, takeover-user-made",
        "plugin and user by a session without a login, takeover-session",
        "administrator as the sensor tells, administrator-made",
        "application password, takeover-application-password",
        "REST key misuse, rest-key-guessing",
        "REST key found, rest-key-found",
        "bulk export, rest-bulk-export",
        "spam registration, spam-registration",
        "distributed spam registration, spam-registration-crowd",
        "gateway change, gateway-changed",
        "gateway change with a key, gateway-changed-program",
        "gateway change by a hijacked session, takeover-gateway-changed",
        "security plugin off, security-plugin-off",
        "security plugin off in the web server's log, security-plugin-deactivated",
        "sensor silent, sensor-silent"
    })
    void everyAttackOfTheDossierHasItsRule(String attack, String rule) {
        assertThat(PackRules.alerting())
                .as(attack)
                .anyMatch(each -> each.head().name().equals(rule));
    }
}
