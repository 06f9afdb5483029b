package dev.cordon.domain.detection.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.engine.LogBuilder;
import dev.cordon.domain.detection.engine.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What every rule of one file of the pack has to show. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class RuleFileTest {

    static final String STRANGER = "203.0.113.9";

    private List<RuleCase> proofs = List.of();

    /** The file's name. */
    abstract String file();

    abstract List<RuleCase> cases();

    private List<RuleCase> proofs() {
        if (proofs.isEmpty()) {
            proofs = cases();
        }
        return proofs;
    }

    @TestFactory
    Stream<DynamicTest> anAttackMakesItsRuleFireAndNoOther() {
        return attacks(
                (each, attack) ->
                        assertThat(attack.log().findings())
                                .singleElement()
                                .satisfies(finding -> confirm(each, attack, finding)));
    }

    private static void confirm(RuleCase each, RuleCase.Attack attack, Finding finding) {
        var rules = new ArrayList<>(each.before());
        rules.add(each.rule());
        assertThat(finding.verdict().rules()).containsExactlyElementsOf(rules);
        assertThat(finding.verdict().rule()).isEqualTo(each.rule());
        assertThat(finding.kind()).isEqualTo(each.kind());
        assertThat(finding.severity()).isEqualTo(each.severity());
        assertThat(Samples.addresses(finding))
                .containsExactlyInAnyOrderElementsOf(attack.attackers());
        assertThat(finding.verdict().reason()).containsOnlyKeys("en", "de");
        assertThat(finding.verdict().reason().values()).noneMatch(text -> text.contains("{"));
    }

    @TestFactory
    Stream<DynamicTest> beforeTheLastLineItSaysNothing() {
        return attacks(
                (each, attack) ->
                        assertThat(attack.log().withoutLast().findings())
                                .flatExtracting(finding -> finding.verdict().rules())
                                .containsExactlyElementsOf(each.before()));
    }

    @TestFactory
    Stream<DynamicTest> aRestartBeforeTheLastLineChangesNothing() {
        return attacks(
                (each, attack) ->
                        assertThat(attack.log().findingsOverARestart())
                                .isEqualTo(attack.log().findings()));
    }

    @TestFactory
    Stream<DynamicTest> whatResemblesTheAttackStaysSilent() {
        return proofs().stream()
                .flatMap(
                        each ->
                                each.harmless().stream()
                                        .map(
                                                harmless ->
                                                        DynamicTest.dynamicTest(
                                                                each.rule()
                                                                        + ": "
                                                                        + harmless.what(),
                                                                () ->
                                                                        assertThat(
                                                                                        harmless.log()
                                                                                                .findings())
                                                                                .isEmpty())));
    }

    @Test
    void everyAlertingRuleOfTheFileHasAnAttackAndSomethingHarmless() {
        assertThat(proofs().stream().map(RuleCase::rule))
                .containsExactlyInAnyOrderElementsOf(PackRules.alerting(file()));
        assertThat(proofs()).allMatch(each -> !each.attacks().isEmpty());
        assertThat(proofs()).allMatch(each -> !each.harmless().isEmpty());
    }

    private interface Check {
        void of(RuleCase each, RuleCase.Attack attack);
    }

    private Stream<DynamicTest> attacks(Check check) {
        return proofs().stream()
                .flatMap(
                        each ->
                                each.attacks().stream()
                                        .map(
                                                attack ->
                                                        DynamicTest.dynamicTest(
                                                                each.rule() + ": " + attack.what(),
                                                                () -> check.of(each, attack))));
    }

    static LogBuilder log() {
        return new LogBuilder();
    }

    /** An address of the attackers' network. */
    static String stranger(int i) {
        return "203.0.113." + (i + 1);
    }

    static List<String> strangers(int count) {
        return Stream.iterate(0, i -> i + 1).limit(count).map(RuleFileTest::stranger).toList();
    }

    /** An address of somebody who buys. */
    static String customer(int i) {
        return "192.0.2." + (i + 1);
    }
}
