package dev.cordon.domain.detection.rule;

import static dev.cordon.domain.detection.rule.SigmaRules.conditionOf;
import static dev.cordon.domain.detection.rule.SigmaRules.only;
import static dev.cordon.domain.detection.rule.SigmaRules.refusal;
import static dev.cordon.domain.detection.rule.SigmaRules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.log.EventClass;
import dev.cordon.domain.detection.log.EventField;
import dev.cordon.domain.detection.rule.Condition.And;
import dev.cordon.domain.detection.rule.Condition.Comparison;
import dev.cordon.domain.detection.rule.Condition.Not;
import dev.cordon.domain.detection.rule.Condition.Number;
import dev.cordon.domain.detection.rule.Condition.NumberField;
import dev.cordon.domain.detection.rule.Condition.Or;
import dev.cordon.domain.detection.rule.Condition.Text;
import dev.cordon.domain.detection.rule.TextMatch.Literal;
import dev.cordon.domain.detection.rule.TextMatch.Place;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectionTest {

    private static final String SEARCHES =
            """
            a: {sc-status: 1}
            b: {sc-status: 2}
            sel_1: {sc-status: 3}
            sel_2: {sc-status: 4}
            _hidden: {sc-status: 5}
            """;

    @Test
    void theFieldsOfAMapAllHaveToFit() {
        assertThat(conditionOf("a: {sc-status: 1, sc-bytes: 2}\ncondition: a"))
                .isEqualTo(
                        new And(
                                List.of(
                                        status(1),
                                        new Number(NumberField.SIZE, Comparison.EQUAL, 2))));
    }

    @Test
    void oneOfTheMapsInAListSuffices() {
        assertThat(conditionOf("a: [{sc-status: 1}, {sc-status: 2}]\ncondition: a"))
                .isEqualTo(new Or(List.of(status(1), status(2))));
    }

    @Test
    void oneOfTheKeywordsSuffices() {
        var any = (Or) conditionOf("a: [one, 2]\ncondition: a");

        assertThat(any.any())
                .extracting(each -> ((Literal) ((Text) each).match()).literal())
                .containsExactly("one", "2");
    }

    @Test
    void allAsksForEveryKeyword() {
        assertThat(conditionOf("a: {'|all': [one, two]}\ncondition: a")).isInstanceOf(And.class);
    }

    @Test
    void aKeywordMayStandAlone() {
        assertThat(conditionOf("a: one\ncondition: a"))
                .isEqualTo(conditionOf("a: [one]\ncondition: a"));
    }

    @Test
    void keywordsTakeRegularExpressions() {
        var text = (Text) conditionOf("a: {'|re': 'x{2}'}\ncondition: a");

        assertThat(text.match()).isInstanceOf(TextMatch.Regex.class);
        assertThat(text.fields()).hasSize(EventField.values().length);
    }

    @Test
    void mapsAndKeywordsMayStandInOneList() {
        var any = (Or) conditionOf("a: [one, {sc-status: 1}]\ncondition: a");

        assertThat(any.any()).hasSize(2).contains(status(1));
    }

    @Test
    void theSameFieldMayStandThereTwiceWithOtherModifiers() {
        assertThat(conditionOf("a: {cs-method|startswith: x, cs-method|endswith: y}\ncondition: a"))
                .isEqualTo(
                        new And(
                                List.of(
                                        new Text(
                                                EnumSet.of(EventField.METHOD),
                                                new Literal("x", Place.START, false)),
                                        new Text(
                                                EnumSet.of(EventField.METHOD),
                                                new Literal("y", Place.END, false)))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "a → 1",
                "a and b → (1 & 2)",
                "a or b → (1 | 2)",
                "not a → !1",
                "a or b and sel_1 → (1 | (2 & 3))",
                "a and not b or sel_1 → ((1 & !2) | 3)",
                "not a and b → (!1 & 2)",
                "not (a or b) → !(1 | 2)",
                "(a or b) and sel_1 → ((1 | 2) & 3)",
                "((a)) → 1",
                "not not a → 1",
                "not(a) → !1",
                "a AND NOT b OR sel_1 → ((1 & !2) | 3)",
                "1 of them → (1 | 2 | 3 | 4)",
                "any of them → (1 | 2 | 3 | 4)",
                "all of them → (1 & 2 & 3 & 4)",
                "1 of sel_* → (3 | 4)",
                "all of sel_* → (3 & 4)",
                "1 of s*_2 → 4",
                "1 of *_* → (3 | 4)",
                "1 of sel_1 → 3",
                "1 of _h* → 5",
                "_hidden → 5",
                "a and not 1 of sel_* → (1 & !(3 | 4))",
                "not all of sel_* or a → (!(3 & 4) | 1)",
                "a and (b and sel_1) → (1 & 2 & 3)",
                "[a, b and sel_1] → (1 | (2 & 3))"
            })
    void conditionsMeanWhatTheSpecificationSays(String condition, String meaning) {
        assertThat(shown(conditionOf(SEARCHES + "condition: " + condition))).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "a | count() > 10 → aggregations behind a pipe are Sigma 1",
                "a | count(c-ip) by cs-host > 10 → aggregations behind a pipe are Sigma 1",
                "a | near b → aggregations behind a pipe are Sigma 1",
                "c → cannot be understood at 'c'",
                "A → cannot be understood at 'A'",
                "a b → cannot be understood at 'b'",
                "a and → the condition ends too early",
                "and a → cannot be understood at 'and'",
                "a not b → cannot be understood at 'not'",
                "(a → lacks a closing parenthesis",
                "(a b) → cannot be understood at 'b'",
                "a) → cannot be understood at ')'",
                "() → cannot be understood at ')'",
                "2 of them → only '1 of' and 'all of' are known, not '2 of'",
                "1 of c* → no search is called c*",
                "1 of → the condition ends too early",
                "all of → the condition ends too early",
                "\"  \" → needs a text: condition",
                "{a: b} → needs a text: condition",
                "[] → there is no condition",
                "[[a]] → needs a list of texts: condition",
                "null → there is no condition",
                "a and not a or 1 of x* → no search is called x*"
            })
    void conditionsThatMeanNothingAreRefused(String condition, String reason) {
        assertThat(refusal(rule(SEARCHES + "condition: " + condition))).contains(reason);
    }

    @Test
    void longAndDeepConditionsAreRefused() {
        assertThat(refusal(rule(SEARCHES + "condition: " + "a or ".repeat(300) + "a")))
                .contains("more than 500 words");
        assertThat(refusal(rule(SEARCHES + "condition: '" + "(".repeat(60) + "a'")))
                .contains("nested too deeply");
        assertThat(refusal(rule(SEARCHES + "condition: " + "not ".repeat(60) + "a")))
                .contains("nested too deeply");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "a: {sc-status: 1} → there is no condition",
                "{a: {sc-status: 1}, condition: a, timeframe: 10m} → a timeframe is Sigma 1",
                "{a: {}, condition: a} → the search a is empty",
                "{a: [], condition: a} → the search a is empty",
                "{a: null, condition: a} → the search a is empty",
                "{a: [null], condition: a} → the search a is empty",
                "{a: '', condition: a} → an empty text is found in everything",
                "{a: [[[[[[[[[[[[x]]]]]]]]]]]], condition: a} → the search a is nested too deeply",
                "{a: {'|startswith': x}, condition: a} → a keyword is found anywhere",
                "{a: {'|exists': true}, condition: a} → a keyword needs a text",
                "{a: {'|cidr': 10.0.0.0/8}, condition: a} → it is no network address",
                "{a: {'|gt': 1}, condition: a} → it is no number"
            })
    void detectionsThatSayNothingAreRefused(String detection, String reason) {
        assertThat(refusal(rule(detection))).contains(reason);
    }

    @Test
    void aSearchThatNobodyUsesIsCheckedAsWell() {
        assertThat(refusal(rule("a: {sc-status: 1}\nb: {nope: 1}\ncondition: a")))
                .contains("no log here has the field nope");
    }

    @Test
    void theClassRestrictsTheSource() {
        var rule = event("{product: wordpress}", "a: {class_uid: 3002, activity_name: x}");

        assertThat(rule.source().classes()).containsExactly(EventClass.AUTHENTICATION);
        assertThat(rule.condition())
                .isEqualTo(
                        new Text(
                                EnumSet.of(EventField.ACTIVITY),
                                new Literal("x", Place.WHOLE, false)));
    }

    @Test
    void severalClassesAndNegatedOnesRestrictTheSourceToo() {
        assertThat(
                        event("{product: wordpress}", "a: {class_uid: [3001, 3002], message: x}")
                                .source()
                                .classes())
                .containsExactlyInAnyOrder(EventClass.ACCOUNT_CHANGE, EventClass.AUTHENTICATION);
        assertThat(
                        event("{product: nginx}", "a: {class_uid|neq: 4002, message: x}")
                                .source()
                                .classes())
                .containsExactly(EventClass.APPLICATION_ERROR);
    }

    @Test
    void aRuleMayBeAboutEveryEventOfAClass() {
        var rule = event("{product: wordpress}", "a: {class_uid: 2004}");

        assertThat(rule.condition()).isEqualTo(new And(List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "{class_uid: 1} → no log here has events of the class 1",
                "{class_uid: x} → a whole number is needed",
                "{class_uid|gt: 3000} → a class is compared by its number alone",
                "{class_uid: 4002} → its condition can never be true",
                "[{class_uid: 3002}, {message: x}] → it asks different things of different classes"
            })
    void classesThatCannotBeAskedForAreRefused(String search, String reason) {
        assertThat(
                        refusal(
                                "title: A\nlogsource: {product: wordpress}\ndetection:\n  a: "
                                        + search
                                        + "\n  condition: a"))
                .contains(reason);
    }

    private static EventRule event(String source, String search) {
        return (EventRule)
                only(
                        "title: A\nlogsource: "
                                + source
                                + "\ndetection:\n  "
                                + search
                                + "\n  condition: a");
    }

    private static Number status(long value) {
        return new Number(NumberField.STATUS, Comparison.EQUAL, value);
    }

    private static String shown(Condition condition) {
        return switch (condition) {
            case And(var all) ->
                    all.stream()
                            .map(DetectionTest::shown)
                            .toList()
                            .toString()
                            .replace(", ", " & ")
                            .replace('[', '(')
                            .replace(']', ')');
            case Or(var any) ->
                    any.stream()
                            .map(DetectionTest::shown)
                            .toList()
                            .toString()
                            .replace(", ", " | ")
                            .replace('[', '(')
                            .replace(']', ')');
            case Not(var not) -> "!" + shown(not);
            case Number number -> Long.toString(number.value());
            default -> throw new AssertionError(condition);
        };
    }
}
