package dev.cordon.domain.detection.rule;

import static dev.cordon.domain.detection.rule.SigmaRules.COUNTED;
import static dev.cordon.domain.detection.rule.SigmaRules.load;
import static dev.cordon.domain.detection.rule.SigmaRules.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.rule.Condition.And;
import dev.cordon.domain.detection.rule.Condition.Comparison;
import dev.cordon.domain.detection.rule.Condition.Network;
import dev.cordon.domain.detection.rule.Condition.Not;
import dev.cordon.domain.detection.rule.Condition.Number;
import dev.cordon.domain.detection.rule.Condition.NumberField;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {

    private static final Condition OUTSIDE = new Not(new Network(Cidr.of("192.0.2.0/24")));

    @ParameterizedTest
    @ValueSource(strings = {"[a]", "a", "[11111111-1111-4111-8111-111111111111]"})
    void aFilterIsAskedAsWell(String rules) {
        var set = load(filter(rules), COUNTED);

        assertThat(set.refused()).isEmpty();
        assertThat(condition(set, 0)).isEqualTo(new And(List.of(status(200), OUTSIDE)));
        assertThat(condition(set, 1)).isEqualTo(status(201));
    }

    @ParameterizedTest
    @ValueSource(strings = {"any", "all", "Any", "[]"})
    void aFilterMayBeForEveryRuleOfItsLogSource(String rules) {
        var set = load(COUNTED, filter(rules));

        assertThat(condition(set, 0)).isEqualTo(new And(List.of(status(200), OUTSIDE)));
        assertThat(condition(set, 1)).isEqualTo(new And(List.of(status(201), OUTSIDE)));
        assertThat(condition(set, 2)).isInstanceOf(Condition.Text.class);
    }

    @Test
    void severalFiltersAllCount() {
        var set = load(COUNTED, filter("[a]"), filter("[a]").replace("192", "198"));

        assertThat(((And) condition(set, 0)).all()).hasSize(3);
    }

    @Test
    void theFilteredRuleIsCountedFiltered() {
        var set =
                load(
                        COUNTED,
                        filter("[a]"),
                        "{title: X, correlation: {type: event_count, rules: [a], timespan: 1m, condition: {gte: 2}}}");

        assertThat(set.refused()).isEmpty();
        assertThat(set.alertsByItself(set.rules().getFirst())).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "rules: [nope] → it refers to the rule nope, which is not there",
                "rules: [a, nope] → it refers to the rule nope, which is not there",
                "rules: [c] → its logsource is not that of the rule c",
                "rules: [x] → a filter applies to no correlation: x",
                "rule: [a] → the filter names no rules",
                "rules: null → the filter names no rules",
                "rules: {a: b} → filter needs a text: rules"
            })
    void aFilterThatCannotBeAppliedIsRefusedAndChangesNothing(String rules, String reason) {
        var correlation =
                "{title: X, name: x, correlation: {type: event_count, rules: [b], timespan: 1m, condition: {gte: 2}}}";
        var filter = filter("[a]").replace("rules: [a]", rules);

        var set = load(COUNTED, correlation, filter);

        assertThat(set.refused().getLast().reason()).contains(reason);
        assertThat(set.refused().getLast().rule()).isEqualTo("Not the office");
        assertThat(condition(set, 0)).isEqualTo(status(200));
    }

    @Test
    void aFilterThatLeavesNothingIsRefused() {
        assertThat(
                        refusal(
                                COUNTED,
                                """
                                title: Nothing
                                logsource: {product: wordpress}
                                filter: {rules: [c], s: {class_uid: 4002}, condition: s}
                                """))
                .contains("never be true");
    }

    @Test
    void aFilterIsReadAsCarefullyAsARule() {
        assertThat(refusal(COUNTED, filter("[a]").replace("c-ip", "nope")))
                .contains("no log here has the field nope");
        assertThat(refusal(COUNTED, filter("[a]").replace("not office", "not x")))
                .contains("cannot be understood at 'x'");
        assertThat(
                        refusal(
                                COUNTED,
                                filter("[a]").replace("category: webserver", "category: proxy")))
                .contains("no log here is of the category proxy");
        assertThat(refusal(COUNTED, filter("[a]").replace("title: Not the office", "name: x")))
                .contains("needs a text: title");
        assertThat(refusal(COUNTED, filter("[a]") + "cordon: {cold: true}"))
                .contains("a filter raises no alert");
        assertThat(
                        refusal(
                                COUNTED,
                                """
                                title: Logins
                                logsource: {product: wordpress}
                                filter: {rules: [c], s: {class_uid: 3002}, condition: s}
                                """))
                .contains("a filter cannot ask for class_uid");
    }

    private static String filter(String rules) {
        return """
        title: Not the office
        logsource: {category: webserver}
        filter:
          rules: %s
          office: {c-ip|cidr: 192.0.2.0/24}
          condition: not office
        """
                .formatted(rules);
    }

    private static Condition condition(RuleSet set, int rule) {
        return ((EventRule) set.rules().get(rule)).condition();
    }

    private static Number status(long value) {
        return new Number(NumberField.STATUS, Comparison.EQUAL, value);
    }
}
