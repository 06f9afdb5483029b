package dev.cordon.infra.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyslogFramesTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 4096})
    void messagesBeginWithTheirLengthOrEndWithALineFeed(int atOnce) throws IOException {
        var sent = "<13>1 a\n12 <13>1 b\nsame<13>1 c\r\n\n5 12345\n203.0.113.9 - - x\n<13>1 last";

        assertThat(frames(sent, atOnce))
                .containsExactly(
                        "<13>1 a",
                        "<13>1 b\nsame",
                        "<13>1 c\r",
                        "12345",
                        "203.0.113.9 - - x",
                        "<13>1 last");
    }

    @Test
    void whatBreaksOffBeforeItsLengthIsNoMessage() throws IOException {
        assertThat(frames("<13>1 a\n200 <13>1 b", 4096)).containsExactly("<13>1 a");
    }

    @Test
    void ofAMessageThatIsTooLongTheBeginningIsKept() throws IOException {
        int length = SyslogFrames.LONGEST + 1000;
        var counted = frames(length + " " + "x".repeat(length) + "<13>1 next\n", 4096);
        var terminated = frames("y".repeat(length) + "\n<13>1 next\n", 4096);

        for (var frames : List.of(counted, terminated)) {
            assertThat(frames).hasSize(2);
            assertThat(frames.getFirst()).hasSize(SyslogFrames.LONGEST);
            assertThat(frames.getLast()).isEqualTo("<13>1 next");
        }
    }

    @Test
    void aLengthThatNobodySendsTakesNoMemory() throws IOException {
        assertThat(frames("999999999 <13>1 a\n", 4096)).isEmpty();
        assertThat(frames("99999999999999999999 x\n", 4096))
                .containsExactly("99999999999999999999 x");
    }

    private static List<String> frames(String sent, int atOnce) throws IOException {
        var frames = new SyslogFrames(trickling(sent, atOnce));
        var all = new ArrayList<String>();
        while (frames.next()) {
            all.add(new String(frames.bytes(), 0, frames.length(), UTF_8));
        }
        return all;
    }

    private static InputStream trickling(String sent, int atOnce) {
        return new FilterInputStream(new ByteArrayInputStream(sent.getBytes(UTF_8))) {
            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return super.read(into, from, Math.min(length, atOnce));
            }

            @Override
            public int read(byte[] into) throws IOException {
                return read(into, 0, into.length);
            }
        };
    }
}
