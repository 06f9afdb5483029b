package dev.cordon.domain.detection.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a hostile or broken log does to the reader: it is counted. */
class LogReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final int LONGEST = 4_096;

    private static final String LINE =
            "198.51.100.43 - - [23/Nov/2026:08:18:18 +0000] \"POST /my-account/ HTTP/1.1\" 302 5"
                    + " \"-\" \"curl\"\n";

    private final List<String> understood = new ArrayList<>();
    private final LogReader reader =
            new LogReader(
                    LogFormat.COMBINED,
                    ZoneOffset.UTC,
                    LONGEST,
                    Duration.ofMinutes(10),
                    line -> understood.add(line.target()));

    @Test
    void linesAreUnderstoodWhetherTheyEndAsOnUnixOrOnWindows() {
        var counts = read(LINE + LINE.replace("\n", "\r\n") + LINE.strip(), UTF_8);

        assertThat(counts.understood()).isEqualTo(3);
        assertThat(counts.unclean()).isZero();
        assertThat(counts.lastEventAt()).isEqualTo(Instant.parse("2026-11-23T08:18:18Z"));
    }

    @Test
    void aLineOfAMegabyteIsSkippedAndItsNeighborsAreRead() {
        var counts = read(LINE + "x".repeat(1 << 20) + "\n" + LINE, UTF_8);

        assertThat(counts.rejected()).isEqualTo(Map.of(Rejection.TOO_LONG, 1L));
        assertThat(counts.understood()).isEqualTo(2);
    }

    @Test
    void aMegabyteWithoutALineEndThatComesInPiecesIsOneLineTooLong() {
        byte[] piece = "y".repeat(1_000).getBytes(UTF_8);
        for (int i = 0; i < 1_000; i++) {
            reader.feed(piece, 0, piece.length, NOW);
        }

        var counts = read("\n" + LINE, UTF_8);

        assertThat(counts.rejected()).isEqualTo(Map.of(Rejection.TOO_LONG, 1L));
        assertThat(counts.samples().getFirst().excerpt()).startsWith("yyyy").endsWith("…");
        assertThat(counts.understood()).isEqualTo(1);
    }

    @Test
    void aLineOfExactlyTheLimitIsRead() {
        int fill = LONGEST - (LINE.length() - 1);

        var fits = read(LINE.replace("curl", "curl" + "z".repeat(fill)), UTF_8);
        var tooLong = read(LINE.replace("curl", "curl" + "z".repeat(fill + 1)), UTF_8);

        assertThat(fits.rejected()).isEmpty();
        assertThat(tooLong.rejected()).isEqualTo(Map.of(Rejection.TOO_LONG, 1L));
    }

    @Test
    void aStrayByteDoesNotHideALineButIsCounted() {
        var counts =
                read(
                        LINE.replace("curl", "cu\u0000rl")
                                + LINE.replace("curl", "cu\u001b[31mrl")
                                + LINE.replace("curl", "caf\u00e9"),
                        ISO_8859_1);

        assertThat(counts.understood()).isEqualTo(3);
        assertThat(counts.unclean()).isEqualTo(3);
    }

    @Test
    void lettersInUtf8AreNoStrayBytes() {
        assertThat(read(LINE.replace("curl", "Jørgen 海"), UTF_8).unclean()).isZero();
    }

    @Test
    void controlCharactersThatMakeALineUnreadableAreTheReason() {
        assertThat(read("\u0000\u0001\u0002 garbage\n", UTF_8).rejected())
                .isEqualTo(Map.of(Rejection.CONTROL_CHARACTERS, 1L));
    }

    @Test
    void rawTlsOnAPlainPortIsCounted() {
        var escaped = LINE.replace("POST /my-account/ HTTP/1.1", "\\x16\\x03\\x01\\x02");
        var raw = "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\n";

        assertThat(read(escaped + raw, ISO_8859_1).rejected())
                .isEqualTo(Map.of(Rejection.NOT_HTTP, 1L, Rejection.CONTROL_CHARACTERS, 1L));
    }

    @Test
    void otherEncodingsAreNamed() {
        assertThat(read("\u00e9t\u00e9 \u00e0 la plage\n", ISO_8859_1).rejected())
                .isEqualTo(Map.of(Rejection.WRONG_ENCODING, 1L));
        for (var wide : List.of(UTF_16LE, UTF_16BE)) {
            var counts = read("\ufeff" + LINE + LINE, wide);
            assertThat(counts.rejected()).containsKey(Rejection.WRONG_ENCODING);
            assertThat(counts.understood()).isZero();
        }
    }

    @Test
    void aTimeFarAheadIsNotBelievedButALittleAheadIs() {
        var counts =
                read(
                        LINE.replace("08:18:18", "12:09:59")
                                + LINE.replace("08:18:18", "12:10:01")
                                + LINE.replace("2026", "2099"),
                        UTF_8);

        assertThat(counts.understood()).isEqualTo(1);
        assertThat(counts.rejected()).isEqualTo(Map.of(Rejection.FUTURE_TIME, 2L));
        assertThat(counts.lastEventAt()).isEqualTo(Instant.parse("2026-11-23T12:09:59Z"));
    }

    @Test
    void cutLinesAndEmptyLinesAreCounted() {
        assertThat(read(LINE.substring(0, 60) + "\n\n\r\n" + LINE, UTF_8).rejected())
                .isEqualTo(Map.of(Rejection.CUT_SHORT, 1L, Rejection.EMPTY, 2L));
    }

    @Test
    void aSampleSaysWhereItStoodAndIsSafeToShow() {
        var counts = read(LINE + "<b>\u0007 key=s3cret \u00ff</b>\n", ISO_8859_1);

        var sample = counts.samples().getFirst();
        assertThat(sample.number()).isEqualTo(2);
        assertThat(sample.offset()).isEqualTo(LINE.length());
        assertThat(sample.excerpt()).isEqualTo("<b>\\x07 key=****** \\xff</b>");
    }

    @Test
    void aFloodOfRubbishKeepsFewSamples() {
        var counts = read("rubbish\n".repeat(100_000), US_ASCII);

        assertThat(counts.rejected()).isEqualTo(Map.of(Rejection.NO_ADDRESS, 100_000L));
        assertThat(counts.samples()).hasSize(3);
        assertThat(counts.isDoubtful()).isTrue();
    }

    @Test
    void anUnfinishedLineCountsOnlyOnceItIsFinished() {
        byte[] half = LINE.substring(0, 50).getBytes(UTF_8);
        reader.feed(half, 0, half.length, NOW);
        var before = reader.counts(0);

        var after = read(LINE.substring(50), UTF_8);

        assertThat(before.lines()).isZero();
        assertThat(after.understood()).isEqualTo(1);
    }

    private IntakeCounts read(String text, Charset charset) {
        byte[] bytes = text.getBytes(charset);
        reader.feed(bytes, 0, bytes.length, NOW);
        reader.end();
        return reader.counts(0);
    }
}
