package dev.cordon.domain.detection.rule;

import static dev.cordon.domain.detection.rule.SigmaRules.COUNTED;
import static dev.cordon.domain.detection.rule.SigmaRules.correlation;
import static dev.cordon.domain.detection.rule.SigmaRules.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.log.EventField;
import dev.cordon.domain.detection.rule.CorrelationRule.Type;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrelationTest {

    @Test
    void eventsAreCountedByGroup() {
        var rule =
                correlation(
                        yaml(
                                "type: event_count, rules: [a, b], group-by: [c-ip, cs-host],"
                                        + " timespan: 5m, condition: {gte: 10}"));

        assertThat(rule.type()).isEqualTo(Type.EVENT_COUNT);
        assertThat(rule.rules()).containsExactly("a", "b");
        assertThat(rule.groupBy())
                .containsExactly(
                        new GroupField.SourceAddress(), new GroupField.Field(EventField.HOST));
        assertThat(rule.timespan()).isEqualTo(Duration.ofMinutes(5));
        assertThat(rule.value()).isNull();
        assertThat(rule.atLeast()).isEqualTo(10);
    }

    @Test
    void withoutGroupTheWholeStoreIsOne() {
        assertThat(correlation(count("gte: 3")).groupBy()).isEmpty();
    }

    @Test
    void moreThanIsAtLeastOneMore() {
        assertThat(correlation(count("gt: 10")).atLeast()).isEqualTo(11);
        assertThat(correlation(count("gt: 0")).atLeast()).isEqualTo(1);
        assertThat(correlation(count("gte: '10'")).atLeast()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"condition: {field: c-ip; gte: 5}", "field: c-ip; condition: {gte: 5}"})
    void theValuesOfAFieldAreCounted(String condition) {
        var rule =
                correlation(
                        yaml(
                                "type: value_count, rules: a, timespan: 1h, "
                                        + condition.replace(';', ',')));

        assertThat(rule.type()).isEqualTo(Type.VALUE_COUNT);
        assertThat(rule.value()).isEqualTo(new GroupField.SourceAddress());
        assertThat(rule.atLeast()).isEqualTo(5);
    }

    @Test
    void temporalIsAboutAllOfItsRulesOrSoMany() {
        var all = correlation(yaml("type: temporal, rules: [a, b, c], timespan: 1d"));
        var two =
                correlation(
                        yaml(
                                "type: temporal, rules: [a, b, c], timespan: 1d, condition: {gte: 2}"));

        assertThat(all.type()).isEqualTo(Type.TEMPORAL);
        assertThat(all.atLeast()).isEqualTo(3);
        assertThat(two.atLeast()).isEqualTo(2);
    }

    @Test
    void temporalOrderedKeepsTheOrder() {
        var rule = correlation(yaml("type: temporal_ordered, rules: [b, a], timespan: 1w"));

        assertThat(rule.type()).isEqualTo(Type.TEMPORAL_ORDERED);
        assertThat(rule.rules()).containsExactly("b", "a");
        assertThat(rule.atLeast()).isEqualTo(2);
    }

    @Test
    void aliasesSayWhatANameIsInEachRule() {
        var rule =
                correlation(
                        yaml(
                                "type: temporal, rules: [11111111-1111-4111-8111-111111111111, c],"
                                        + " timespan: 1h, group-by: [who], aliases: {who: {a:"
                                        + " cs-username, c: user.name}}"));

        assertThat(rule.groupBy()).containsExactly(new GroupField.Alias("who"));
        assertThat(rule.aliases())
                .isEqualTo(
                        Map.of(
                                "who",
                                Map.of(
                                        "a", new GroupField.Field(EventField.ACTOR),
                                        "c", new GroupField.Field(EventField.ACCOUNT))));
    }

    @Test
    void anAliasMayBeCountedToo() {
        var rule =
                correlation(
                        yaml(
                                "type: value_count, rules: [a, c], timespan: 1h, condition:"
                                        + " {field: who, gte: 2}, aliases: {who: {a: cs-username, c:"
                                        + " user.name}}"));

        assertThat(rule.value()).isEqualTo(new GroupField.Alias("who"));
    }

    @ParameterizedTest
    @CsvSource({
        "30s, PT30S",
        "10m, PT10M",
        "6h, PT6H",
        "7d, PT168H",
        "2w, PT336H",
        "31d, PT744H",
        "90m, PT1H30M"
    })
    void timesAreNumbersWithALetter(String written, Duration meant) {
        assertThat(
                        correlation(
                                        yaml(
                                                "type: event_count, rules: [a], condition: {gte: 1},"
                                                        + " timespan: "
                                                        + written))
                                .timespan())
                .isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "1M → months and years have no fixed length",
                "1y → months and years have no fixed length",
                "0s → needs a time of at most 31 days",
                "32d → needs a time of at most 31 days",
                "5 → needs a time such as 30s",
                "5x → needs a time such as 30s",
                "-5m → needs a time such as 30s",
                "1h30m → needs a time such as 30s",
                "99999999s → needs a time such as 30s",
                "null → needs a time such as 30s"
            })
    void otherTimesAreRefused(String written, String reason) {
        assertThat(why("type: event_count, rules: [a], condition: {gte: 1}, timespan: " + written))
                .contains(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "lt: 5 → lt would fire before the window is over",
                "lte: 5 → lte would fire before the window is over",
                "eq: 5 → eq would fire before the window is over",
                "neq: 5 → neq would fire before the window is over",
                "gte: 5, lte: 9 → lte would fire before the window is over",
                "gte: 5, gt: 4 → needs either gte or gt",
                "min: 5 → a correlation's condition knows no min",
                "field: c-ip, gte: 5 → only value_count counts the values of a field",
                "gte: 0 → a whole number from 1 to 4096",
                "gte: -1 → a whole number from 1 to 4096",
                "gte: 1.5 → a whole number from 1 to 4096",
                "gte: many → a whole number from 1 to 4096",
                "gt: 4096 → a whole number from 1 to 4096",
                "gte: null → a whole number from 1 to 4096"
            })
    void otherCountsAreRefused(String condition, String reason) {
        assertThat(refusal(COUNTED, count(condition))).contains(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "type: value_sum → the type value_sum needs numbers to add up",
                "type: value_avg → the type value_avg needs numbers to add up",
                "type: value_percentile → the type value_percentile needs numbers to add up",
                "type: value_median → the type value_median needs numbers to add up",
                "type: frequency → no type of correlation is called frequency",
                "rules: [a] → correlation needs a text: type",
                "type: event_count, rules: [] → a correlation is of one to 100 rules",
                "type: event_count → a correlation is of one to 100 rules",
                "type: event_count, rules: [a, a] → names a rule twice",
                "type: event_count, rules: [a], timespan: 1m → the correlation has no condition",
                "type: event_count, rules: [a], timespan: 1m, condition: 5 → condition is no mapping",
                "type: event_count, rules: [a], timespan: 1m, condition: a > 5 → no mapping such as",
                "type: event_count, rules: [{}], timespan: 1m → needs a list of texts: rules",
                "type: event_count, rules: [a], timeframe: 1m → correlation has an unknown key",
                "type: event_count, rules: [a], group-by: [sc-status] → grouped or counted by sc-status",
                "type: event_count, rules: [a], group-by: [nope] → no log here has the field nope",
                "type: value_count, rules: [a], timespan: 1m, condition: {gte: 5} → of one field",
                "type: value_count, rules: [a], timespan: 1m, condition: {field: [c-ip, cs-host], gte: 5} → of one field",
                "type: temporal, rules: [a, b], timespan: 1m, condition: a and not b → a temporal condition with and, or, not",
                "type: temporal, rules: [a, b], timespan: 1m, condition: {gte: 3} → asks for more rules than it names",
                "type: temporal_ordered, rules: [a, b], timespan: 1m, condition: {gte: 1} → it takes no condition",
                "type: event_count, rules: [a], timespan: 1m, condition: {gte: 1}, generate: maybe → needs true or false: generate",
                "type: event_count, rules: [a], timespan: 1m, condition: {gte: 1}, aliases: [x] → aliases is no mapping",
                "type: event_count, rules: [a], timespan: 1m, condition: {gte: 1}, aliases: {x: y} → the alias x is no mapping",
                "type: event_count, rules: [a], timespan: 1m, condition: {gte: 1}, aliases: {x: {a: nope}} → no log here has the field nope",
                "type: event_count, rules: [a], timespan: 1m, condition: {gte: 1}, aliases: {x: {b: c-ip}} → has to name a field for each rule",
                "type: event_count, rules: [a, b], timespan: 1m, condition: {gte: 1}, aliases: {x: {a: c-ip}} → has to name a field for each rule"
            })
    void whatNoCorrelationIsIsRefused(String correlation, String reason) {
        assertThat(why(correlation)).contains(reason);
    }

    @Test
    void oneRuleByNameAndByIdIsOneRule() {
        assertThat(
                        why(
                                "type: temporal, rules: [a, 11111111-1111-4111-8111-111111111111],"
                                        + " timespan: 1m"))
                .isEqualTo("the correlation names a rule twice");
    }

    private static String count(String condition) {
        return yaml("type: event_count, rules: [a], timespan: 5m, condition: {" + condition + "}");
    }

    private static String why(String correlation) {
        return refusal(COUNTED, yaml(correlation));
    }

    private static String yaml(String correlation) {
        return "title: Counts\ncorrelation: {" + correlation + "}";
    }
}
