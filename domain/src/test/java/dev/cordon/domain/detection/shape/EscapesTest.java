package dev.cordon.domain.detection.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EscapesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "&lt;b&gt;~<b>",
                "&#39;~'",
                "&#39 or~' or",
                "&#x27;~'",
                "&#0000060;~<",
                "&lpar;7&rpar;~(7)",
                "\\x27~'",
                "\\u003c~<",
                "\\uff07~'",
                "’~'",
                "“k”~\"k\"",
                "⁄~/",
                "a\u00a0b~a b"
            })
    void whatIsSpelledIsRead(String text, String read) {
        assertThat(Texts.written(Escapes::resolve, text)).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"rock & roll;", "a&b;c", "&unknown;", "&#;", "\\xzz", "\\u00", "&", "\\"})
    void whatSpellsNothingStays(String text) {
        assertThat(Texts.written(Escapes::resolve, text)).isEqualTo(text);
    }
}
