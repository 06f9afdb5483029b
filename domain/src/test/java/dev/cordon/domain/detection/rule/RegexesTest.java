package dev.cordon.domain.detection.rule;

import static dev.cordon.domain.detection.rule.SigmaRules.selected;
import static dev.cordon.domain.detection.rule.SigmaRules.whyNot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.domain.detection.rule.Condition.Text;
import dev.cordon.domain.detection.rule.TextMatch.Regex;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegexesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a+)+$",
                "^(a|a)*$",
                "(.*)*x",
                "a{1000}",
                "[a-z]{20,300}",
                "(?i)select.{1,100}from",
                "\\bunion\\s+(all\\s+)?select\\b",
                "(?:[^/]+/){5}",
                "x{0,5}",
                "{}",
                "a{,3}",
                "[]]",
                "[^]a]"
            })
    void patternsThatWouldStallOthersOrLookOddAreLinearHere(String regex) {
        var text = "a".repeat(20_000) + "!";

        var pattern =
                ((Regex) ((Text) selected("cs-method|re: '" + regex + "'")).match()).pattern();

        Assertions.assertTimeoutPreemptively(
                Duration.ofMinutes(2), () -> pattern.matcher(text).find());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "(?=a)b → cannot run in linear time",
                "(?!a)b → cannot run in linear time",
                "(?<=a)b → cannot run in linear time",
                "(?<!a)b → cannot run in linear time",
                "(a)\\1 → cannot run in linear time",
                "(?>a) → cannot run in linear time",
                "a++ → invalid nested repetition operator",
                "a** → invalid nested repetition operator",
                "a{2}{3} → invalid nested repetition operator",
                "a{1001} → invalid repeat",
                "(a → missing closing",
                "[a → missing closing",
                "((a{99}){99}){99} → too large or too deeply nested",
                "(a{50}){50} → too large or too deeply nested",
                "((((((((((((a{2}){2}){2}){2}){2}){2}){2}){2}){2}){2}){2}){2}) → too large or too deeply nested",
                "(a{0,900}){0,900} → too large or too deeply nested",
                "(?:[ab]{40,}){100} → too large or too deeply nested"
            })
    void whatRe2CannotRunOrWhatIsTooLargeIsRefusedWithTheReason(String regex, String reason) {
        assertThat(whyNot("cs-method|re: '" + regex + "'")).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 1_000, 1_900})
    void deepGroupsAreRefused(int depth) {
        assertThat(whyNot("cs-method|re: '" + "(".repeat(depth) + "a" + ")".repeat(depth) + "'"))
                .contains("too deeply nested");
    }

    @ParameterizedTest
    @ValueSource(strings = {"re", "contains"})
    void longPatternsAreRefused(String modifier) {
        assertThat(whyNot("cs-method|" + modifier + ": '" + "a?".repeat(2_500) + "'"))
                .contains("a pattern has at most 4000 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?i)[é-\ud83d]",
                "(?i)[a-\uffff]",
                "(?si)[^ -\u2fff]",
                "(?i)\u1c80",
                "(?i)\\x{1c88}",
                "(?i)[\\x{20}-\\x{10ffff}]"
            })
    void lettersWhoseCasesHaveNoEndAreRefused(String regex) {
        assertThatThrownBy(() -> Regexes.compiled(regex, 0))
                .isInstanceOfSatisfying(
                        Refused.class, reason -> assertThat(reason.reason()).contains("U+1C80"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[é-\ud83d]",
                "(?i)[a-z]é",
                "(?i)漢字.*",
                "(?i)[漢字]",
                "(?i)\\x{212a}",
                "\u1c80"
            })
    void lettersWhoseCasesEndAreNot(String regex) {
        assertThat(Regexes.compiled(regex, 0).programSize()).isPositive();
    }

    @Property(tries = 3_000)
    void whateverIsWrittenIsSmallOrRefused(@ForAll("regexes") String regex) {
        Assertions.assertTimeoutPreemptively(
                Duration.ofMinutes(2),
                () -> {
                    try {
                        var pattern = Regexes.compiled(regex, 0);
                        assertThat(pattern.programSize()).isLessThanOrEqualTo(Regexes.LARGEST);
                    } catch (Refused reason) {
                        assertThat(reason.reason()).isNotBlank();
                    }
                });
    }

    @Provide
    Arbitrary<String> regexes() {
        return Arbitraries.of(
                        "(", ")", "(?:", "(?i)", "[", "]", "[^", "{9}", "{99}", "{2,}", "{0,999}",
                        "*", "+", "?", "|", "a", ".", "\\d", "\\pL", "\\Q", "\\E", "\\", "^", "$",
                        "{", "}", "-", "é", "\ud83d")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }
}
