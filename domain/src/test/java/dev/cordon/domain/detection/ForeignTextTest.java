package dev.cordon.domain.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ForeignTextTest {

    @Test
    void charactersThatTurnTheDirectionOfReadingAreTakenOut() {
        var turned = "invoice\u202Egnp.exe \u2066left\u2069 \u200Bhidden\uFEFF \uDB40\uDC41tag";

        assertThat(ForeignText.lines(turned)).isEqualTo("invoicegnp.exe left hidden tag");
    }

    @Test
    void controlCharactersOfBothSetsAreSpacesAndLineEndsAreOne() {
        assertThat(ForeignText.lines("a\u0000b\u001b[31m\u009bc\r\nd\re\u2028f"))
                .isEqualTo("a b [31m c\nd\ne\nf");
    }

    @Test
    void scriptsThatJoinLettersStayWhole() {
        assertThat(ForeignText.lines("می\u200cخواهم")).isEqualTo("می\u200cخواهم");
    }

    @Test
    void halvesOfCharactersDoNotReachTheDatabase() {
        assertThat(ForeignText.lines("a\ud83d b")).isEqualTo("a\ufffd b");
    }

    @Test
    void manyEmptyLinesAreOne() {
        assertThat(ForeignText.lines("\n a \n \n\n\n b\n")).isEqualTo("a \n\n b");
    }

    @Test
    void aLineIsOneLineAndNoLongerThanAllowed() {
        assertThat(ForeignText.line(" a\r\nBcc: b ", 40)).isEqualTo("a Bcc: b");
        assertThat(ForeignText.line("abcdef", 4)).isEqualTo("abc…");
        assertThat(ForeignText.line("ab\ud83d\ude00def", 4)).isEqualTo("ab…");
    }
}
