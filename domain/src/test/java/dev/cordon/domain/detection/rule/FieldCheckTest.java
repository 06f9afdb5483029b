package dev.cordon.domain.detection.rule;

import static dev.cordon.domain.detection.rule.SigmaRules.selected;
import static dev.cordon.domain.detection.rule.SigmaRules.whyNot;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import dev.cordon.domain.detection.log.EventField;
import dev.cordon.domain.detection.rule.Condition.And;
import dev.cordon.domain.detection.rule.Condition.Not;
import dev.cordon.domain.detection.rule.Condition.Or;
import dev.cordon.domain.detection.rule.Condition.Present;
import dev.cordon.domain.detection.rule.Condition.Text;
import dev.cordon.domain.detection.rule.TextMatch.Literal;
import dev.cordon.domain.detection.rule.TextMatch.Place;
import dev.cordon.domain.detection.rule.TextMatch.Regex;
import dev.cordon.domain.detection.rule.TextMatch.Shape;
import dev.cordon.domain.detection.rule.TextMatch.Wildcard;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldCheckTest {

    @Test
    void aValueIsTheWholeTextWhateverItsCase() {
        assertThat(selected("cs-method: Post")).isEqualTo(method("Post", Place.WHOLE, false));
    }

    @Test
    void casedMakesCapitalLettersDifferent() {
        assertThat(selected("cs-method|cased: POST")).isEqualTo(method("POST", Place.WHOLE, true));
    }

    @ParameterizedTest
    @CsvSource({"contains, ANYWHERE", "startswith, START", "endswith, END"})
    void aModifierSaysWhereTheTextStands(String modifier, Place place) {
        assertThat(selected("cs-method|" + modifier + ": os"))
                .isEqualTo(method("os", place, false));
    }

    @ParameterizedTest
    @CsvSource({"'*os*', ANYWHERE", "'os*', START", "'*os', END", "'**os', END"})
    void starsAtTheEndsSayTheSame(String value, Place place) {
        assertThat(selected("cs-method: '" + value + "'")).isEqualTo(method("os", place, false));
    }

    @Test
    void oneOfTheValuesSuffices() {
        assertThat(selected("cs-method: [GET, HEAD]"))
                .isEqualTo(
                        new Or(
                                List.of(
                                        method("GET", Place.WHOLE, false),
                                        method("HEAD", Place.WHOLE, false))));
    }

    @Test
    void allAsksForEveryValue() {
        assertThat(selected("cs-method|contains|all: [G, T]"))
                .isEqualTo(
                        new And(
                                List.of(
                                        method("G", Place.ANYWHERE, false),
                                        method("T", Place.ANYWHERE, false))));
    }

    @Test
    void neqIsNoneOfTheValues() {
        assertThat(selected("cs-method|neq: [GET, HEAD]"))
                .isEqualTo(
                        new Not(
                                new Or(
                                        List.of(
                                                method("GET", Place.WHOLE, false),
                                                method("HEAD", Place.WHOLE, false)))));
    }

    @Test
    void wildcardsInTheMiddleBecomeAPatternOverTheWholeText() {
        var wildcard = pattern(selected("cs-method: 'p?s*t'"));

        assertThat(wildcard.matches("POST")).isTrue();
        assertThat(wildcard.matches("pass it")).isTrue();
        assertThat(wildcard.matches("pst")).isFalse();
        assertThat(wildcard.matches("a post")).isFalse();
    }

    @Test
    void wildcardsGoTogetherWithPlaces() {
        assertThat(pattern(selected("cs-method|contains: 'a*b'")).matches("xaxbx")).isTrue();
        assertThat(pattern(selected("cs-method|startswith: 'a?b'")).matches("axbx")).isTrue();
        assertThat(pattern(selected("cs-method|endswith: 'a?b'")).matches("axbx")).isFalse();
        assertThat(pattern(selected("cs-method|cased: 'a?B'")).matches("axb")).isFalse();
    }

    @Test
    void aWildcardPatternTakesOtherSignsAsTheyAre() {
        var wildcard = pattern(selected("cs-method: 'a.(b*c'"));

        assertThat(wildcard.matches("a.(b--c")).isTrue();
        assertThat(wildcard.matches("ax(b--c")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "a\\*b, a*b",
        "a\\?b, a?b",
        "a\\b, a\\b",
        "a\\\\b, a\\b",
        "a\\\\\\b, a\\\\b",
        "a\\\\\\\\b, a\\\\b",
        "a\\\\\\*b, a\\*b",
        "a\\, a\\"
    })
    void aBackslashTakesTheMeaningOfWildcardsAndBackslashes(String written, String meant) {
        assertThat(selected("cs-method: '" + written + "'"))
                .isEqualTo(method(meant, Place.WHOLE, false));
    }

    @Test
    void anEscapedBackslashLeavesTheWildcardBehindIt() {
        assertThat(selected("cs-method: 'a\\\\*'")).isEqualTo(method("a\\", Place.START, false));
    }

    @Test
    void aLoneStarMeansThatTheFieldIsThere() {
        assertThat(selected("cs-user-agent: '*'")).isEqualTo(new Present(EventField.USER_AGENT));
    }

    @Test
    void nullMeansThatTheFieldIsAbsent() {
        assertThat(selected("cs-referer: null"))
                .isEqualTo(new Not(new Present(EventField.REFERER)));
    }

    @Test
    void notNullIsWrittenWithNeq() {
        assertThat(selected("cs-referer|neq: null")).isEqualTo(new Present(EventField.REFERER));
    }

    @Test
    void anEmptyTextIsAValueOfItsOwn() {
        assertThat(selected("cs-username: ''"))
                .isEqualTo(text(EventField.ACTOR, new Literal("", Place.WHOLE, false)));
    }

    @Test
    void aDashIsWhatLogsWriteForNothing() {
        assertThat(selected("cs-username: '-'"))
                .isEqualTo(
                        new Or(
                                List.of(
                                        text(
                                                EventField.ACTOR,
                                                new Literal("-", Place.WHOLE, false)),
                                        new Not(new Present(EventField.ACTOR)))));
    }

    @Test
    void existsAsksWhetherTheFieldIsThere() {
        assertThat(selected("cs-referer|exists: true")).isEqualTo(new Present(EventField.REFERER));
        assertThat(selected("cs-referer|exists: false"))
                .isEqualTo(new Not(new Present(EventField.REFERER)));
    }

    @Test
    void numbersAndBooleansAreTextsWhereTheFieldIsOne() {
        assertThat(selected("unmapped.order_id: 1205"))
                .isEqualTo(text(EventField.ORDER, new Literal("1205", Place.WHOLE, false)));
        assertThat(selected("status_detail: true"))
                .isEqualTo(text(EventField.DETAIL, new Literal("true", Place.WHOLE, false)));
    }

    @Test
    void aRegularExpressionIsFoundAnywhereAndMindsCapitals() {
        assertThat(selected("cs-method|re: '^P[OU]'"))
                .isEqualTo(text(EventField.METHOD, new Regex(Pattern.compile("^P[OU]"))));
    }

    @ParameterizedTest
    @CsvSource({"i, 1", "s, 2", "m, 4", "i|m|s, 7"})
    void subModifiersAreFlagsOfTheRegularExpression(String flags, int expected) {
        assertThat(selected("cs-method|re|" + flags + ": '^p.'"))
                .isEqualTo(text(EventField.METHOD, new Regex(Pattern.compile("^p.", expected))));
    }

    @Test
    void aTextIsLookedForInItsBase64Form() {
        assertThat(selected("cs-method|base64|contains: '/bin/sh'"))
                .isEqualTo(method("L2Jpbi9zaA==", Place.ANYWHERE, false));
    }

    @Test
    void base64offsetKnowsTheThreeFormsThatAPositionGives() {
        assertThat(selected("cs-method|base64offset|contains: 'http://'"))
                .isEqualTo(
                        new Or(
                                List.of(
                                        method("aHR0cDovL", Place.ANYWHERE, false),
                                        method("h0dHA6Ly", Place.ANYWHERE, false),
                                        method("odHRwOi8v", Place.ANYWHERE, false))));
    }

    @ParameterizedTest
    @CsvSource({"wide, YwBtAGQA", "utf16le, YwBtAGQA", "utf16be, AGMAbQBk", "utf16, //5jAG0AZAA="})
    void wideTextsAreEncodedInTheirByteOrder(String modifier, String code) {
        assertThat(selected("cs-method|" + modifier + "|base64: cmd"))
                .isEqualTo(method(code, Place.WHOLE, false));
    }

    @Test
    void windashPutsEveryDashInPlaceOfEachThatBeginsAWord() {
        var any = (Or) selected("cs-method|windash|contains: ' -a-b'");

        assertThat(any.any())
                .containsExactly(
                        method(" -a-b", Place.ANYWHERE, false),
                        method(" /a-b", Place.ANYWHERE, false),
                        method(" –a-b", Place.ANYWHERE, false),
                        method(" —a-b", Place.ANYWHERE, false),
                        method(" ―a-b", Place.ANYWHERE, false));
        assertThat(((Or) selected("cs-method|windash: '-a /b'")).any()).hasSize(25);
    }

    @Test
    void expandPutsTheValuesOfAPlaceholderIn() {
        assertThat(selected("cs-uri-stem|endswith|expand: '%login%'"))
                .isEqualTo(
                        new Or(
                                List.of(
                                        text(
                                                EventField.PATH,
                                                new Literal("/wp-login.php", Place.END, false)),
                                        text(
                                                EventField.PATH,
                                                new Literal("/my-account", Place.END, false)))));
    }

    @Test
    void placeholdersMayBePatternsAndStandInsideOfTexts() {
        var any = (Or) selected("cs-method|expand: '%method%x%method%'");

        assertThat(any.any()).hasSize(4).contains(method("getxget", Place.WHOLE, false));
    }

    @Test
    void withoutExpandOrBehindABackslashAPercentSignIsOne() {
        assertThat(selected("cs-method: '%login%'"))
                .isEqualTo(method("%login%", Place.WHOLE, false));
        assertThat(selected("cs-method|expand: '\\%login\\% 100% %'"))
                .isEqualTo(method("%login% 100% %", Place.WHOLE, false));
    }

    @Test
    void aShapeIsNamedByItsLabel() {
        assertThat(selected("cs-user-agent|cordon-looks-like: command-injection"))
                .isEqualTo(text(EventField.USER_AGENT, new Shape(AttackShape.COMMAND_INJECTION)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "cs-method|fieldref: x → fieldref compares two fields of an event",
                "cs-method|hour: 3 → parts of a date cannot be compared: hour",
                "cs-method|near: x → no modifier is called near",
                "cs-method|: x → no modifier is called nothing",
                "cs-method|Contains: x → no modifier is called Contains",
                "cs-method|contains|startswith: x → two ways at once (contains)",
                "cs-method|re|contains: x → two ways at once (re)",
                "cs-method|i|re: x → the modifier i stands behind re",
                "cs-method|wide|contains: x → wide and utf16 make sense before base64",
                "cs-method|base64|wide: x → stand once, and before base64",
                "cs-method|base64|base64offset: abc → either base64 or base64offset",
                "cs-method|base64: 'a*b' → a text with wildcards cannot be encoded",
                "cs-method|base64offset: a → cannot be told inside Base64",
                "cs-method|base64|re: abc → are for texts, not for re",
                "cs-method|re|cased: abc → are for texts, not for re",
                "cs-method|gte|neq: 1 → neq does not go together with gte",
                "cs-method|gte: 1 → it is no number",
                "cs-method|cidr: 10.0.0.0/8 → it is no network address",
                "cs-method|exists: 1 → exists needs true or false",
                "cs-method|exists: [true, x] → exists needs true or false",
                "cs-method|contains: '' → an empty text is found in everything",
                "cs-method|re: '' → found in everything",
                "cs-method|contains: null → null goes together with no modifier",
                "cs-method: [] → there is no value",
                "cs-method: [[a]] → a value is a text, a number",
                "cs-method: {a: b} → a value is a text, a number",
                "cs-method|expand: '%nothing%' → nothing is set for the placeholder %nothing%",
                "cs-method|windash: -a -b -c -d -e → at most 4 dashes",
                "cs-method|cordon-looks-like: spam → nothing looks like spam",
                "cs-cookie: a → no log here has the field cs-cookie",
                "cs-version: a → no log here has the field cs-version",
                "Image: a → no log here has the field Image"
            })
    void whatCannotBeComparedIsRefusedWithTheReason(String line, String reason) {
        assertThat(whyNot(line)).contains(reason);
    }

    @Test
    void theReasonNamesTheField() {
        assertThat(whyNot("cs-method|contains: ''")).startsWith("cs-method: ");
    }

    private static Condition method(String literal, Place place, boolean cased) {
        return text(EventField.METHOD, new Literal(literal, place, cased));
    }

    private static Condition text(EventField field, TextMatch match) {
        return new Text(Set.of(field), match);
    }

    private static Pattern pattern(Condition condition) {
        return ((Wildcard) ((Text) condition).match()).pattern();
    }
}
