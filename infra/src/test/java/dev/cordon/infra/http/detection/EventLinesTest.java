package dev.cordon.infra.http.detection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.infra.http.BodyTooLarge;
import dev.cordon.infra.http.EventsRefused;
import dev.cordon.infra.http.LimitedStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventLinesTest {

    private static final String TWO = "{\"ts\":1,\"event\":\"a\"}\n{\"ts\":2,\"event\":\"b\"}\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"ts\":1,\"event\":\"a\"},\n {\"ts\": 2, \"event\":\"b\"}]",
                "{\"ts\":1,\"event\":\"a\"}\n{\"ts\":2,\"event\":\"b\"}\n",
                "{\"ts\":1,\"event\":\"a\"}{\"ts\":2,\"event\":\"b\"}",
                "{\"events\":[{\"ts\":1,\"event\":\"a\"},{\"ts\":2,\"event\":\"b\"}]}",
                "{\"records\":[{\"ts\":1,\"event\":\"a\"},{\"ts\":2,\"event\":\"b\"}],\"count\":2}",
                "{\"items\":[{\"ts\":1,\"event\":\"a\"}]}{\"logs\":[{\"ts\":2,\"event\":\"b\"}]}"
            })
    void everyShapeIsALineForEachEvent(String sent) throws IOException {
        assertThat(whole(sent)).isEqualTo(TWO);
    }

    @Test
    void anEventIsOneLineWhateverItLooksLike() throws IOException {
        assertThat(whole("{\n \"a\": \"x\\ny\",\r\n \"n\": 1.50, \"o\": {\"p\": [1, null]}}"))
                .isEqualTo("{\"a\":\"x\\ny\",\"n\":1.50,\"o\":{\"p\":[1,null]}}\n");
    }

    @Test
    void anEventMayHaveAMemberThatWrappersBeginWith() throws IOException {
        assertThat(whole("{\"ts\":1,\"items\":[{\"id\":7}]}"))
                .isEqualTo("{\"ts\":1,\"items\":[{\"id\":7}]}\n");
        assertThat(whole("{\"logs\":\"none\",\"ts\":1}"))
                .isEqualTo("{\"logs\":\"none\",\"ts\":1}\n");
    }

    @Test
    void whatLinesAnEventCarriesIsUnwrapped() throws IOException {
        assertThat(
                        carried(
                                "[{\"date\":1.5,\"log\":\"first\\n\"},"
                                        + "{\"message\":\"second\",\"host\":{\"name\":\"web\"}},"
                                        + "{\"MESSAGE\":\"third\\nforged\"},"
                                        + "{\"message\":\"no\",\"log\":\"fourth\"}]"))
                .isEqualTo("first\nsecond\nthird forged\nfourth\n");
    }

    @Test
    void anEmptyBatchIsNoLine() throws IOException {
        assertThat(whole("")).isEmpty();
        assertThat(whole("[]")).isEmpty();
        assertThat(whole("{\"events\":[]}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"a\":1},{\"a\":",
                "[{\"a\":1},7]",
                "{\"a\":1}\nnonsense",
                "[[{\"a\":1}]]",
                "[{\"a\":1,\"a\":2}]",
                "{\"events\":[{\"a\":1}],\"more\":[{\"b\":1}]}",
                "{\"events\":[{\"a\":1}",
                "\"text\"",
                "{\"a\":\"\u0001\"}"
            })
    void whatIsNoEventBreaksTheBatchOff(String sent) {
        assertThatThrownBy(() -> whole(sent)).isInstanceOf(EventsRefused.class);
    }

    @Test
    void whatIsTooDeepOrTooLongBreaksTheBatchOff() {
        var deep = "[{\"a\":" + "[".repeat(100_000);
        var longText = "{\"a\":\"" + "x".repeat(EventLines.LONGEST + 1) + "\"}";
        var longEvent = new StringBuilder("{\"a\":1");
        for (int i = 0; i < 40_000; i++) {
            longEvent.append(",\"m").append(i).append("\":").append(i);
        }

        assertThatThrownBy(() -> whole(deep)).isInstanceOf(EventsRefused.class);
        assertThatThrownBy(() -> whole(longText)).isInstanceOf(EventsRefused.class);
        assertThatThrownBy(() -> whole(longEvent.append('}').toString()))
                .isInstanceOf(EventsRefused.class);
    }

    @Test
    void anEventThatCarriesNoLineIsNamed() {
        assertThatThrownBy(() -> carried("[{\"log\":\"a\"},{\"log\":7}]"))
                .isInstanceOf(EventsRefused.class)
                .hasMessageContaining("event 2");
    }

    @Test
    void aBodyThatIsTooLargeIsSaidToBe() {
        var body = new LimitedStream(new ByteArrayInputStream(TWO.getBytes(UTF_8)), 20);

        assertThatThrownBy(() -> new EventLines(body, true).readAllBytes())
                .isInstanceOf(BodyTooLarge.class);
    }

    @Test
    void noBytesMakeItFailInAnotherWay() {
        var random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            var bytes = TWO.getBytes(UTF_8);
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            try {
                assertThat(new EventLines(new ByteArrayInputStream(bytes), true).readAllBytes())
                        .endsWith('\n');
            } catch (IOException refused) {
                assertThat(refused).isInstanceOf(EventsRefused.class);
            }
        }
    }

    private static String whole(String sent) throws IOException {
        return lines(sent, true);
    }

    private static String carried(String sent) throws IOException {
        return lines(sent, false);
    }

    private static String lines(String sent, boolean whole) throws IOException {
        try (var lines = new EventLines(new ByteArrayInputStream(sent.getBytes(UTF_8)), whole)) {
            return new String(lines.readAllBytes(), UTF_8);
        }
    }
}
