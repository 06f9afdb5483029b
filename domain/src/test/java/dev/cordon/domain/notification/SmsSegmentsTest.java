package dev.cordon.domain.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.notification.SmsSegments.Alphabet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsSegmentsTest {

    @ParameterizedTest
    @CsvSource({
        "a, 0, GSM_7, 0",
        "a, 1, GSM_7, 1",
        "ü, 160, GSM_7, 1",
        "a, 161, GSM_7, 2",
        "a, 306, GSM_7, 2",
        "a, 307, GSM_7, 3",
        "€, 80, GSM_7, 1",
        "€, 81, GSM_7, 2",
        "€, 152, GSM_7, 2",
        "€, 153, GSM_7, 3",
        "“, 70, UCS_2, 1",
        "“, 71, UCS_2, 2",
        "“, 134, UCS_2, 2",
        "😀, 35, UCS_2, 1",
        "😀, 36, UCS_2, 2",
        "😀, 66, UCS_2, 2",
        "😀, 67, UCS_2, 3"
    })
    void textIsCutWhereTheNetworkCutsIt(
            String character, int times, Alphabet alphabet, int segments) {
        assertThat(SmsSegments.of(character.repeat(times)))
                .isEqualTo(new SmsSegments(alphabet, segments));
    }

    @Test
    void oneTypographicQuoteMakesTheWholeTextWide() {
        assertThat(SmsSegments.of("a".repeat(159) + "’"))
                .isEqualTo(new SmsSegments(Alphabet.UCS_2, 3));
    }
}
