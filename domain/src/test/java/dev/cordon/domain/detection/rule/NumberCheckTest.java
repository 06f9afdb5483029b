package dev.cordon.domain.detection.rule;

import static dev.cordon.domain.detection.rule.SigmaRules.selected;
import static dev.cordon.domain.detection.rule.SigmaRules.whyNot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.rule.Condition.And;
import dev.cordon.domain.detection.rule.Condition.Comparison;
import dev.cordon.domain.detection.rule.Condition.Not;
import dev.cordon.domain.detection.rule.Condition.Number;
import dev.cordon.domain.detection.rule.Condition.NumberField;
import dev.cordon.domain.detection.rule.Condition.Or;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberCheckTest {

    @Test
    void aNumberIsComparedAsOneHoweverItIsWritten() {
        assertThat(selected("sc-status: 404")).isEqualTo(status(Comparison.EQUAL, 404));
        assertThat(selected("sc-status: '404'")).isEqualTo(status(Comparison.EQUAL, 404));
        assertThat(selected("http_response.length: 0"))
                .isEqualTo(new Number(NumberField.SIZE, Comparison.EQUAL, 0));
    }

    @ParameterizedTest
    @CsvSource({"lt, LESS", "lte, AT_MOST", "gt, GREATER", "gte, AT_LEAST"})
    void modifiersSayHowItIsCompared(String modifier, Comparison comparison) {
        assertThat(selected("sc-bytes|" + modifier + ": 5000"))
                .isEqualTo(new Number(NumberField.SIZE, comparison, 5000));
    }

    @Test
    void oneOfTheNumbersSuffices() {
        assertThat(selected("sc-status: [200, 301]"))
                .isEqualTo(
                        new Or(
                                List.of(
                                        status(Comparison.EQUAL, 200),
                                        status(Comparison.EQUAL, 301))));
    }

    @Test
    void neqIsNoneOfTheNumbers() {
        assertThat(selected("sc-status|neq: 404"))
                .isEqualTo(new Not(status(Comparison.EQUAL, 404)));
    }

    @Test
    void aNumberIsThereOrAbsent() {
        assertThat(selected("sc-status|exists: true")).isEqualTo(status(Comparison.AT_LEAST, 0));
        assertThat(selected("sc-status: null")).isEqualTo(new Not(status(Comparison.AT_LEAST, 0)));
    }

    @ParameterizedTest
    @CsvSource({
        "'sc-status: ''4*''', 400, 499",
        "'sc-status|startswith: 40', 400, 409",
        "'sc-status: ''50?''', 500, 509",
        "'sc-status|re: ''^5\\d\\d$''', 500, 599"
    })
    void aPatternOfAStatusIsARange(String line, int from, int to) {
        assertThat(selected(line))
                .isEqualTo(
                        new And(
                                List.of(
                                        status(Comparison.AT_LEAST, from),
                                        status(Comparison.AT_MOST, to))));
    }

    @Test
    void aPatternMayBeSeveralRanges() {
        assertThat(selected("sc-status|endswith: '04'"))
                .isEqualTo(
                        new Or(
                                List.of(
                                        status(Comparison.EQUAL, 104),
                                        status(Comparison.EQUAL, 204),
                                        status(Comparison.EQUAL, 304),
                                        status(Comparison.EQUAL, 404),
                                        status(Comparison.EQUAL, 504))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "sc-status: Not Found → a whole number is needed, not Not Found",
                "sc-status: 4.5 → a whole number is needed, not 4.5",
                "sc-status: true → a whole number is needed, not true",
                "sc-status: 99999999999999999999 → a whole number is needed",
                "sc-status|startswith: 9 → no status is like 9",
                "sc-bytes|startswith: 9 → which has no pattern",
                "sc-bytes: '1*' → which has no pattern",
                "sc-status|cidr: 10.0.0.0/8 → it is a number",
                "sc-status|cased: 1 → it is a number",
                "sc-status|base64: 200 → it is a number",
                "sc-status|gt: null → null goes together with no modifier",
                "cs-bytes|gt: 100 → no log here has the field cs-bytes",
                "time-taken|gt: 100 → no log here has the field time-taken"
            })
    void whatIsNoNumberIsRefused(String line, String reason) {
        assertThat(whyNot(line)).contains(reason);
    }

    private static Number status(Comparison comparison, long value) {
        return new Number(NumberField.STATUS, comparison, value);
    }
}
