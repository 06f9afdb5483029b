package dev.cordon.domain.detection.shape;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecodingTest {

    private final Decoding decoding = new Decoding();

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "plain~plain",
                "%27~'",
                "%2527~'",
                "%25252527~'",
                "%26%2339;~'",
                "%2526lt%253b~<",
                "%5cu0027~'",
                "a%2Bor%2Bb~a or b",
                "un%2f**%2fion~un ion",
                "%s%e%l%e%c%t%1~select1"
            })
    void theLastFormIsWhatAProgramWouldRun(String text, String last) {
        assertThat(lastForm(text)).isEqualTo(last);
    }

    @Test
    void theFirstFormIsTheTextAsSent() {
        byte[] bytes = "x%27&y".getBytes(UTF_8);

        decoding.decode(bytes, 1, 4);

        assertThat(form(0)).isEqualTo("%27");
        assertThat(form(1)).isEqualTo("'");
    }

    @Test
    void whatIsHiddenDeeperThanProgramsDecodeStaysHidden() {
        var text = "%" + "25".repeat(60) + "27";

        assertThat(lastForm(text)).isEqualTo("%" + "25".repeat(56) + "27");
    }

    @Test
    void ofAVeryLongTextABoundedPartIsLookedAt() {
        assertThat(lastForm("%61".repeat(100_000))).hasSizeLessThan(64 * 1024);
    }

    @Property(tries = 1_000)
    void noFormIsLongerThanTheText(@ForAll @Size(max = 300) byte[] bytes) {
        int forms = decoding.decode(bytes, 0, bytes.length);

        assertThat(forms).isBetween(1, 8);
        for (int i = 0; i < forms; i++) {
            assertThat(decoding.length(i)).isLessThanOrEqualTo(bytes.length);
        }
    }

    private String lastForm(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return form(decoding.decode(bytes, 0, bytes.length) - 1);
    }

    private String form(int number) {
        return new String(decoding.bytes(number), 0, decoding.length(number), ISO_8859_1);
    }
}
