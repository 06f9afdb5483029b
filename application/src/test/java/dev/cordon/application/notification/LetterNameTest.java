package dev.cordon.application.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Eva Müller",
                "Dr. med. Jürgen von der Heide-Šimić",
                "J.R. O'Neill",
                "St. John",
                "李小龍",
                "Ada (work)"
            })
    void namesAreUsedAsTheyAre(String name) {
        assertThat(LetterName.of(name, "en")).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "You won! http://evil.example/win",
                "visit evil.com now",
                "evil.com",
                "WWW.evil",
                "win@evil.example",
                "<b>Eva</b>",
                "{{reference}}"
            })
    void whatIsNoNameIsNotSentUnderTheStoresName(String name) {
        assertThat(LetterName.of(name, "en")).isEqualTo("customer");
        assertThat(LetterName.of(name, "de")).isEqualTo("liebe Kundin, lieber Kunde");
    }

    @Test
    void endlessNameIsNone() {
        assertThat(LetterName.of("x".repeat(81), "fr")).isEqualTo("customer");
    }
}
