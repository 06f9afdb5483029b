package dev.cordon.domain.detection.rule;

import static dev.cordon.domain.detection.rule.SigmaRules.COUNTED;
import static dev.cordon.domain.detection.rule.SigmaRules.correlation;
import static dev.cordon.domain.detection.rule.SigmaRules.only;
import static dev.cordon.domain.detection.rule.SigmaRules.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.rule.Extension.Baseline;
import dev.cordon.domain.detection.rule.Extension.Ratio;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtensionsTest {

    private static final String CROWD =
            "title: X\ncorrelation: {type: value_count, rules: [a], field: c-ip, timespan: 5m,"
                    + " condition: {gte: 2}}\ncordon: ";
    private static final String COUNT =
            "title: X\ncorrelation: {type: event_count, rules: [a], timespan: 5m, condition: {gte:"
                    + " 2}}\ncordon: ";
    private static final String TEMPORAL =
            "title: X\ncorrelation: {type: temporal, rules: [a, b], timespan: 5m}\ncordon: ";

    @Test
    void aRuleNeedsNone() {
        assertThat(only(SigmaRules.selection("sc-status: 1")).head().extension())
                .isEqualTo(Extension.NONE);
    }

    @Test
    void everythingThatSigmaLacksStandsUnderOneKey() {
        var extension =
                correlation(
                                CROWD
                                        + """
                                        {attack: credential-stuffing, playbook: login-attack,
                                         threshold-source: own, reason: {en: '{events} of {addresses} in {window}', de: '{threshold} {accounts}'},
                                         successes: [b], ratio: {to: [b, c], at-least: 2.5}, cold: true,
                                         baseline: {factor: 5, half-life: 1h}, crowd: true}
                                        """)
                        .head()
                        .extension();

        assertThat(extension)
                .isEqualTo(
                        new Extension(
                                AttackKind.CREDENTIAL_STUFFING,
                                "login-attack",
                                "own",
                                Map.of(
                                        "en",
                                        "{events} of {addresses} in {window}",
                                        "de",
                                        "{threshold} {accounts}"),
                                List.of("b"),
                                new Ratio(List.of("b", "c"), 2.5),
                                true,
                                null,
                                new Baseline(5, Duration.ofHours(1)),
                                true));
    }

    @Test
    void freshIsATime() {
        assertThat(correlation(TEMPORAL + "{fresh: 2h}").head().extension().fresh())
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void anEventRuleMayNameItsAttackAndItsSuccesses() {
        var rule =
                only(
                        SigmaRules.selection("sc-status: 1")
                                + "\nname: x\ncordon: {attack: web-shell, playbook: p}");

        assertThat(rule.head().extension().attack()).isEqualTo(AttackKind.WEB_SHELL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "{atack: scanner} → cordon has an unknown key: atack",
                "[cold] → cordon is no mapping",
                "{attack: plague} → no kind of attack is called plague",
                "{attack: [scanner]} → cordon needs a text: attack",
                "{playbook: ''} → cordon needs a text: playbook",
                "{cold: maybe} → cordon needs true or false: cold",
                "{crowd: 1} → cordon needs true or false: crowd",
                "{fresh: soon} → cordon needs a time such as 30s",
                "{fresh: null} → cordon needs a time such as 30s",
                "{reason: text} → reason is no mapping",
                "{reason: {1: text}} → cordon.reason has texts by language, not by 1",
                "{reason: {en: [a]}} → reason needs a text: en",
                "{reason: {en: '{count} times'}} → cordon.reason has an unknown value: {count}",
                "{ratio: 2} → cordon.ratio is no mapping",
                "{ratio: {to: [b]}} → cordon.ratio needs a number: at-least",
                "{ratio: {at-least: 2}} → cordon.ratio names no rule",
                "{ratio: {to: [b], at-least: 0}} → cordon.ratio needs a number: at-least",
                "{ratio: {to: [b], at-least: -1}} → cordon.ratio needs a number: at-least",
                "{ratio: {to: [b], at-least: .inf}} → cordon.ratio needs a number: at-least",
                "{ratio: {to: [b], at-least: 2, per: c}} → cordon.ratio has an unknown key: per",
                "{baseline: {factor: 5}} → cordon.baseline needs a time such as 30s",
                "{baseline: {factor: 0.5, half-life: 1h}} → cordon.baseline.factor is at least 1",
                "{baseline: {half-life: 1h}} → cordon.baseline needs a number: factor",
                "{baseline: {factor: 2, half-life: 1h, x: 1}} → cordon.baseline has an unknown key",
                "{successes: [{}]} → cordon needs a list of texts: successes"
            })
    void whatTheKeyDoesNotKnowIsRefused(String cordon, String reason) {
        assertThat(refusal(COUNTED, COUNT + cordon)).contains(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "{cold: true} → cold, ratio, baseline and crowd need a correlation",
                "{crowd: true} → cold, ratio, baseline and crowd need a correlation",
                "{baseline: {factor: 2, half-life: 1h}} → baseline and crowd need a correlation",
                "{ratio: {to: [b], at-least: 2}} → baseline and crowd need a correlation",
                "{fresh: 1h} → fresh needs a correlation"
            })
    void whatCountsNeedsACount(String cordon, String reason) {
        assertThat(refusal(COUNTED, SigmaRules.selection("sc-status: 1") + "\ncordon: " + cordon))
                .contains(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "{cold: true}",
        "'{ratio: {to: [c], at-least: 2}}'",
        "'{baseline: {factor: 2, half-life: 1h}}'",
        "{crowd: true}"
    })
    void aSequenceCountsNothing(String cordon) {
        assertThat(refusal(COUNTED, TEMPORAL + cordon)).contains("need event_count or value_count");
    }

    @Test
    void aCrowdIsOfAddresses() {
        assertThat(refusal(COUNTED, COUNT + "{crowd: true}")).contains("a crowd is a value_count");
        assertThat(refusal(COUNTED, CROWD.replace("c-ip", "cs-host") + "{crowd: true}"))
                .contains("a crowd is a value_count of addresses (c-ip) without group-by");
        assertThat(
                        refusal(
                                COUNTED,
                                CROWD.replace("field:", "group-by: [cs-host], field:")
                                        + "{crowd: true}"))
                .contains("a crowd is a value_count of addresses (c-ip) without group-by");
        assertThat(refusal(COUNTED, CROWD + "{crowd: true, fresh: 1h}"))
                .contains("crowd and fresh do not go together");
    }
}
