package dev.cordon.domain.detection.shape;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "a%27b~a'b",
                "%2527~%27",
                "a+b~a b",
                "%u0027~'",
                "%uff07~'",
                "%c0%a7~'",
                "%c1%9c~\\",
                "%e0%80%af~/",
                "%f0%80%80%af~/",
                "%fc%80%80%80%80%ae~.",
                "%c0%2f~/",
                "100%~100%",
                "50% off~50% off",
                "%zz%4~%zz%4",
                "a%00b~ab"
            })
    void codesAreDecodedOnce(String text, String decoded) {
        assertThat(
                        Texts.written(
                                (in, length, into) -> Percent.decode(in, length, into, true), text))
                .isEqualTo(decoded);
    }

    @Test
    void aPlusStaysWhereItIsNoBlank() {
        assertThat(Texts.written((in, n, into) -> Percent.decode(in, n, into, false), "a+b"))
                .isEqualTo("a+b");
    }

    @Test
    void properCharactersStayWhatTheyAre() {
        assertThat(Texts.written((in, n, into) -> Percent.decode(in, n, into, true), "%c3%a9"))
                .isEqualTo("\u00c3\u00a9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s%e%l%e%c%t% %1", "%-%9%4%9%1%'%1"})
    void signsStrewnBetweenLettersAreLitter(String text) {
        byte[] bytes = text.getBytes(UTF_8);

        assertThat(Percent.isLittered(bytes, bytes.length)).isTrue();
        assertThat(Texts.written(Percent::dropStray, text)).isEqualTo(text.replace("%", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"100%", "50% off & 20% more", "5%-10%", ""})
    void signsOfPricesAreNone(String text) {
        byte[] bytes = text.getBytes(UTF_8);

        assertThat(Percent.isLittered(bytes, bytes.length)).isFalse();
        assertThat(Percent.isIn(bytes, bytes.length)).isFalse();
    }
}
