package dev.cordon.infra.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyslogMessageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <190>1 2026-11-26T08:00:00.123Z web nginx 12 - - the line|the line
                    <34>1 2003-10-11T22:14:15.003Z host su - ID47 [a@1 x="1" y="a \\"]\\" b"][b@2] the line|the line
                    <34>1 - - - - - - \uFEFFthe line|the line
                    <190>Nov 26 08:00:00 web nginx: the line|the line
                    <190>Nov  6 08:00:00 nginx: the line|the line
                    <13>Nov 26 08:00:00 web root[77]: the line|the line
                    <13>Nov 26 08:00:00 web the line|web the line
                    <13>the line|the line
                    203.0.113.9 - - [26/Nov/2026] the line|203.0.113.9 - - [26/Nov/2026] the line
                    <13 the line|<13 the line
                    """)
    void theLineStandsBehindTheHeader(String message, String line) {
        assertThat(lineOf(message)).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource({
        "<190>1 2026-11-26T08:00:00Z",
        "<190>1 - - - - - -",
        "'<34>1 - - - - - [a x=\"'",
        "<13>"
    })
    void aHeaderAloneIsNoLine(String message) {
        assertThat(lineOf(message)).isEmpty();
    }

    @Test
    void whateverComesALineBeginsWithinIt() {
        var random = new Random(7);
        var alphabet = "<>1234567890 -[]\"\\:Nov\u00ef".getBytes(UTF_8);
        for (int round = 0; round < 100_000; round++) {
            var message = new byte[random.nextInt(60)];
            for (int i = 0; i < message.length; i++) {
                message[i] = alphabet[random.nextInt(alphabet.length)];
            }
            assertThat(SyslogMessage.lineStart(message, message.length))
                    .isBetween(0, message.length);
        }
    }

    private static String lineOf(String message) {
        var bytes = message.getBytes(UTF_8);
        return new String(
                Arrays.copyOfRange(
                        bytes, SyslogMessage.lineStart(bytes, bytes.length), bytes.length),
                UTF_8);
    }
}
