package dev.cordon.domain.detection.rule;

import static dev.cordon.domain.detection.rule.SigmaRules.COUNTED;
import static dev.cordon.domain.detection.rule.SigmaRules.load;
import static dev.cordon.domain.detection.rule.SigmaRules.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReferencesTest {

    @Test
    void rulesAreReferredToByNameOrIdAcrossFilesAndBeforeTheyCome() {
        var set = load(count("x", "b", "11111111-1111-4111-8111-111111111111"), COUNTED);

        assertThat(set.refused()).isEmpty();
        assertThat(((CorrelationRule) set.rules().getFirst()).rules()).containsExactly("b", "a");
    }

    @Test
    void rulesKeepTheOrderOfTheirFiles() {
        var set = load(count("x", "a"), COUNTED, count("y", "x"));

        assertThat(names(set)).containsExactly("x", "a", "b", "c", "y");
    }

    @Test
    void correlationsMayBeChained() {
        var set = load(COUNTED, count("x", "y"), count("y", "a", "z"), count("z", "b"));

        assertThat(set.refused()).isEmpty();
        assertThat(alerting(set)).containsExactly("c", "x");
    }

    @Test
    void aRuleThatIsNotThereIsNamed() {
        assertThat(refusal(COUNTED, count("x", "a", "nope")))
                .isEqualTo("it refers to the rule nope, which is not there");
    }

    @Test
    void whoRefersToARefusedRuleIsRefused() {
        var set =
                load(
                        COUNTED,
                        count("x", "nope"),
                        count("y", "x"),
                        count("z", "y"),
                        count("w", "a"));

        assertThat(set.refused())
                .extracting(RuleSet.Refusal::reason)
                .containsExactly(
                        "it refers to the rule nope, which is not there",
                        "it refers to the rule x, which cannot be used",
                        "it refers to the rule y, which cannot be used");
        assertThat(names(set)).containsExactly("a", "b", "c", "w");
    }

    @Test
    void aCircleOfRulesIsRefused() {
        var set = load(COUNTED, count("x", "y", "a"), count("y", "z"), count("z", "x"));

        assertThat(names(set)).containsExactly("a", "b", "c");
        assertThat(set.refused())
                .hasSize(3)
                .allMatch(refusal -> refusal.reason().contains("it is made of itself"));
    }

    @Test
    void aRuleThatCountsItselfIsRefused() {
        assertThat(refusal(COUNTED, count("x", "x"))).contains("it is made of itself");
    }

    @Test
    void chainsHaveAnEnd() {
        var chain =
                IntStream.range(0, 13)
                        .mapToObj(i -> count("x" + i, i == 0 ? "a" : "x" + (i - 1)))
                        .collect(Collectors.joining("---\n"));

        var set = load(COUNTED, chain);

        assertThat(names(set)).contains("x9").doesNotContain("x10", "x11", "x12");
        assertThat(set.refused().getFirst().reason())
                .isEqualTo("more than 10 rules refer to each other");
    }

    @Test
    void aRuleThatOthersCountIsSilentAndTheOthersAlert() {
        var set = load(COUNTED, count("x", "a"));

        assertThat(alerting(set)).containsExactly("b", "c", "x");
    }

    @Test
    void generateLetsTheCountedRulesAlertToo() {
        assertThat(alerting(load(COUNTED, count("x", "a") + "generate: true\n")))
                .containsExactly("a", "b", "c", "x");
        assertThat(
                        alerting(
                                load(
                                        COUNTED,
                                        count("x", "a").replace("type:", "generate: true, type:"))))
                .containsExactly("a", "b", "c", "x");
    }

    @Test
    void rulesThatAreOnlyComparedWithAreSilent() {
        var set =
                load(
                        COUNTED,
                        count("x", "a")
                                + "cordon: {ratio: {to: [b], at-least: 2}, successes: [c]}\n");

        assertThat(alerting(set)).containsExactly("x");
    }

    @Test
    void comparedRulesAreMeantByNameWhateverTheyWereCalled() {
        var id = "11111111-1111-4111-8111-111111111111";
        var set =
                load(
                        COUNTED,
                        count("x", "b")
                                + "cordon: {ratio: {to: [%s], at-least: 2}, successes: [%s]}\n"
                                        .formatted(id, id));

        var extension = set.rules().getLast().head().extension();
        assertThat(extension.ratio().to()).containsExactly("a");
        assertThat(extension.successes()).containsExactly("a");
    }

    @Test
    void comparedRulesHaveToBeThere() {
        assertThat(refusal(COUNTED, count("x", "a") + "cordon: {ratio: {to: [nope], at-least: 2}}"))
                .contains("the rule nope, which is not there");
        assertThat(refusal(SigmaRules.selection("sc-status: 1") + "\ncordon: {successes: [nope]}"))
                .contains("the rule nope, which is not there");
    }

    @Test
    void thePartsOfARefusedCorrelationStaySilentInItsFile() {
        var broken = count("x", "a", "b").replace("gte", "lt");
        var dangling = count("x", "a", "nope");

        assertThat(alerting(load(COUNTED + "---\n" + broken))).containsExactly("c");
        assertThat(alerting(load(COUNTED + "---\n" + dangling))).containsExactly("b", "c");
    }

    @Test
    void aRefusedCorrelationSilencesNothingInOtherFiles() {
        var broken = count("x", "a", "b").replace("gte", "lt");

        assertThat(alerting(load(COUNTED, broken))).containsExactly("a", "b", "c");
    }

    private static List<String> names(RuleSet set) {
        return set.rules().stream().map(rule -> rule.head().name()).toList();
    }

    private static List<String> alerting(RuleSet set) {
        return set.rules().stream()
                .filter(set::alertsByItself)
                .map(rule -> rule.head().name())
                .toList();
    }

    private static String count(String name, String... rules) {
        return "title: Counts\nname: %s\ncorrelation: {type: event_count, rules: %s, timespan: 5m, condition: {gte: 2}}\n"
                .formatted(name, List.of(rules));
    }
}
