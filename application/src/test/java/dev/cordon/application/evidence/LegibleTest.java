package dev.cordon.application.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.evidence.Beginning.Form;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LegibleTest {

    @Test
    void textReadsAsItWasWritten() {
        assertThat(read("<script>alert('ä€😀')</script>\r\n\tend\n".getBytes(UTF_8)))
                .isEqualTo("<script>alert('ä€😀')</script>\n\tend\n");
        assertThat(read(new byte[0])).isEmpty();
        assertThat(read("Set-Content loader.ps1".getBytes(UTF_16LE)))
                .isEqualTo("Set-Content loader.ps1");
    }

    @Test
    void whatTurnsTextAroundOrHidesItStandsAsItsNumber() {
        assertThat(read("harmless\u202eexe.txt \u200b\u001b[2J".getBytes(UTF_8)))
                .isEqualTo("harmless⟨U+202E⟩exe.txt ⟨U+200B⟩⟨U+001B⟩[2J");
    }

    @Test
    void bytesThatAreNoCharacterStandAsDigits() {
        assertThat(read("M\u00fcller bought it".getBytes(ISO_8859_1)))
                .isEqualTo("M⟨FC⟩ller bought it");
    }

    @Test
    void aCharacterThatIsCutAtTheEndIsLeftOut() {
        var euro = "costs 5 €".getBytes(UTF_8);
        var cut = Arrays.copyOf(euro, euro.length - 1);

        assertThat(Legible.text(cut, true)).isEqualTo("costs 5 ");
        assertThat(Legible.text(cut, false)).isEqualTo("costs 5 ⟨E2⟩⟨82⟩");
    }

    @Test
    void whatIsNoTextIsShownAsDigitsWithItsOffsets() {
        var bytes = "PK\u0003\u0004 and then some more\0".getBytes(ISO_8859_1);

        assertThat(Legible.form(bytes)).isEqualTo(Form.HEX);
        assertThat(read(bytes))
                .isEqualTo(
                        """
                        00000000  50 4b 03 04 20 61 6e 64 20 74 68 65 6e 20 73 6f  PK.. and then so
                        00000010  6d 65 20 6d 6f 72 65 00                          me more.
                        """);
    }

    private static String read(byte[] bytes) {
        return Legible.text(bytes, false);
    }
}
