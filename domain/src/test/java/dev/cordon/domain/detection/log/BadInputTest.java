package dev.cordon.domain.detection.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no log should hold, in every format. */
class BadInputTest {

    private static final String COMBINED =
            "198.51.100.43 - - [23/Nov/2026:08:18:18 +0000] \"GET /a HTTP/1.1\" 200 5 \"-\" \"curl\"";

    /** A line that each format understands. */
    private static final Map<String, String> LINES =
            Map.of(
                    "combined", COMBINED,
                    "json", "{\"ts\":1795421898,\"uri\":\"/\",\"status\":200}",
                    "events", "{\"ts\":1795421898,\"event\":\"login_failed\"}",
                    "woocommerce", "2026-11-23T08:09:23+00:00 ERROR x",
                    "php-error", "[23-Nov-2026 08:22:19 UTC] x",
                    "nginx-error", "2026/11/23 08:22:59 [error] 1#1: x",
                    "apache-error", "[Mon Nov 23 08:22:59 2026] [error] x",
                    "common", COMBINED.substring(0, COMBINED.indexOf(" \"-\"")));

    static Stream<String> formats() {
        return LINES.keySet().stream().sorted();
    }

    static Stream<String> everyFormat() {
        return AnyLog.FORMATS.stream();
    }

    @ParameterizedTest
    @MethodSource("everyFormat")
    void junkIsCountedLineByLine(String format) {
        var random = new Random(11);
        byte[] junk = new byte[20_000];
        for (int i = 0; i < 20; i++) {
            random.nextBytes(junk);
            AnyLog.isAnswered(format, junk, 1 + random.nextInt(3_000));
        }
        assertThat(ReadLog.cut(format, ZoneOffset.UTC, junk, 512).counts().understood()).isZero();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aLineThatIsChangedAtAnyPlaceHasItsAnswer(String format) {
        byte[] line = (LINES.get(format) + "\nx\n" + LINES.get(format)).getBytes(UTF_8);
        for (int at = 0; at < line.length; at++) {
            for (byte b : new byte[] {0, '"', -1}) {
                byte[] changed = line.clone();
                changed[at] = b;
                AnyLog.isAnswered(format, changed, 7);
            }
            AnyLog.isAnswered(format, Arrays.copyOf(line, at), 5);
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void anEmptyFileIsNoLine(String format) {
        var log = ReadLog.of(format, "");

        assertThat(log.counts().lines()).isZero();
        assertThat(log.counts().lastEventAt()).isNull();
        assertThat(log.counts().isDoubtful()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void linesMayEndAsOnWindows(String format) {
        var line = LINES.get(format);

        var unix = ReadLog.of(format, line, line, "");
        var windows = ReadLog.of(format, line + "\r", line + "\r", "");

        assertThat(windows.counts().rejected()).isEmpty();
        assertThat(windows.counts().unclean()).isZero();
        assertThat(windows.events())
                .extracting(ReadLog.Told::fields)
                .isEqualTo(unix.events().stream().map(ReadLog.Told::fields).toList());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void textOfTwoBytesALetterIsSaidNotToBeUnderstood(String format) {
        for (var wide : List.of(UTF_16LE, UTF_16BE)) {
            byte[] bytes = ("\ufeff" + (LINES.get(format) + "\n").repeat(5)).getBytes(wide);

            var counts = ReadLog.cut(format, ZoneOffset.UTC, bytes, 100).counts();

            assertThat(counts.understood()).isZero();
            assertThat(counts.rejected()).containsKey(Rejection.WRONG_ENCODING);
            assertThat(counts.isDoubtful()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void rawTlsBetweenLinesIsCountedAndHidesNothing(String format) {
        byte[] hello = new byte[600];
        new Random(3).nextBytes(hello);
        System.arraycopy(
                new byte[] {0x16, 3, 1, 2, 0, 1, 0, 1, (byte) 0xfc, 3, 3}, 0, hello, 0, 11);
        var line = LINES.get(format);
        var text = line + "\n" + new String(hello, ISO_8859_1) + "\n" + line + "\n";

        var log = ReadLog.cut(format, ZoneOffset.UTC, text.getBytes(ISO_8859_1), 64);

        assertThat(log.events()).hasSize(2);
        assertThat(log.counts().rejected()).containsKey(Rejection.CONTROL_CHARACTERS);
    }

    @ParameterizedTest
    @CsvSource({"caf\u00e9, 0", "\u6d77, 0", "\ud83d\ude00, 0", "a\u0000b, 1", "a\tb, 1"})
    void lettersAreCleanAndControlCharactersAreNot(String agent, int unclean) {
        assertThat(ReadLog.of("combined", COMBINED.replace("curl", agent)).counts().unclean())
                .isEqualTo(unclean);
    }

    @ParameterizedTest
    @CsvSource({"c0af", "eda080", "f4908080", "e282", "80", "f8888080", "c3"})
    void whatIsNoUtf8IsNotClean(String bytes) {
        byte[] wrong = java.util.HexFormat.of().parseHex(bytes);
        var line = COMBINED.replace("curl", "a" + new String(wrong, ISO_8859_1));

        var counts =
                ReadLog.cut("combined", ZoneOffset.UTC, line.getBytes(ISO_8859_1), 999).counts();

        assertThat(counts.understood()).isEqualTo(1);
        assertThat(counts.unclean()).isEqualTo(1);
    }

    @Test
    void aClockThatJumpsByYearsIsReadAsItStandsUnlessItIsAhead() {
        var log =
                ReadLog.of(
                        "combined",
                        COMBINED.replace("23/Nov/2026", "01/Jan/1970"),
                        COMBINED,
                        COMBINED.replace("2026", "2099"),
                        COMBINED.replace("2026", "2006"),
                        COMBINED.replace("2026", "9999"),
                        COMBINED);

        assertThat(log.events())
                .extracting(told -> told.at().toString().substring(0, 4))
                .containsExactly("1970", "2026", "2006", "2026");
        assertThat(log.counts().rejected()).isEqualTo(Map.of(Rejection.FUTURE_TIME, 2L));
        assertThat(log.counts().lastEventAt()).isEqualTo(Instant.parse("2026-11-23T08:18:18Z"));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void linesOutOfOrderAreReadInTheirs(String format) {
        var line = LINES.get(format);
        var log =
                ReadLog.of(
                        format, line, line.replace("2026", "2025").replace("17954", "17054"), line);

        assertThat(log.events()).hasSize(3);
        assertThat(log.events().get(1).at()).isBefore(log.events().get(2).at());
        assertThat(log.counts().lastEventAt()).isEqualTo(log.events().getFirst().at());
    }

    @ParameterizedTest
    @ValueSource(strings = {"combined", "json", "php-error"})
    void aLineOfAHundredMegabytesTakesNoMemory(String format) {
        var reader = reader(format, 1 << 16);
        byte[] piece = "y{\"[ ".repeat(200_000).getBytes(UTF_8);
        reader.feed(piece, 0, piece.length, ReadLog.NOW);

        long before = allocated();
        for (int i = 0; i < 100; i++) {
            reader.feed(piece, 0, piece.length, ReadLog.NOW);
        }
        long taken = allocated() - before;
        reader.end();

        assertThat(taken).isLessThan(1 << 20);
        assertThat(reader.counts(0).lines()).isEqualTo(1);
        assertThat(reader.counts(0).rejected()).isEqualTo(Map.of(Rejection.TOO_LONG, 1L));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void anEventThatNeverEndsTakesNoMemory(String format) {
        var reader = reader(format, 1 << 14);
        byte[] first = (LINES.get(format) + "\n").getBytes(UTF_8);
        byte[] more = "#7 /var/www/index.php(17): require()\n".repeat(10_000).getBytes(UTF_8);
        reader.feed(first, 0, first.length, ReadLog.NOW);
        reader.feed(more, 0, more.length, ReadLog.NOW);

        long before = allocated();
        for (int i = 0; i < 10; i++) {
            reader.feed(more, 0, more.length, ReadLog.NOW);
        }
        long taken = allocated() - before;
        reader.end();

        assertThat(taken).isLessThan(1 << 20);
        assertThat(reader.counts(0).lines()).isEqualTo(110_001);
        assertThat(reader.counts(0).understood()).isLessThanOrEqualTo(1_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "combined | " + COMBINED,
                "combined+forwarded | " + COMBINED + " \"203.0.113.9, 10.0.0.1\"",
                "address=last trusted=198.51.100.0/24 combined+forwarded | "
                        + COMBINED
                        + " \"2001:db8::1, 198.51.100.1\"",
                "vhost-combined | shop.example:443 " + COMBINED,
                "apache:%h %{%F %T}t \"%r\" %>s | 192.0.2.4 2026-11-23 08:18:18 \"GET / HTTP/1.1\" 200",
                "json | {\"ts\":\"2026-11-23T08:18:18Z\",\"uri\":\"/é\\\\n\",\"status\":200,\"ip\":\"::1\"}",
                "json | {\"ts\":1795421898,\"uri\":\"/\",\"status\":200,\"user\":\"Jørgen\"}"
            })
    void aRequestTakesNoMemory(String format, String line) {
        var reader = reader(format, 1 << 14);
        byte[] lines = (line + "\n").repeat(2_000).getBytes(UTF_8);
        reader.feed(lines, 0, lines.length, ReadLog.NOW);

        long before = allocated();
        for (int i = 0; i < 5; i++) {
            reader.feed(lines, 0, lines.length, ReadLog.NOW);
        }
        long taken = allocated() - before;

        assertThat(reader.counts(0).understood()).isEqualTo(12_000);
        assertThat(taken).as("bytes for 10,000 lines").isLessThan(20_000);
    }

    /** Anything that took the square of a line's length would not come to its end here. */
    @ParameterizedTest
    @MethodSource("everyFormat")
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void aHostileLineCostsNoMoreThanItsLength(String format) {
        var beginnings = List.of(LINES.getOrDefault(format, "x"), COMBINED);
        var parts =
                List.of(
                        "[",
                        "\"",
                        "\\",
                        "\\\"",
                        " ",
                        "\" ",
                        "] \"",
                        ", client: ",
                        ", client: 1.2.3.4",
                        " CONTEXT: {\"a\":\"\\",
                        "[client ",
                        "{\"a\":",
                        "[1,",
                        "\"a\":\"\\u00",
                        " on line ",
                        " in /a",
                        "order 7",
                        "PHP message: ",
                        ",",
                        "1.2.3.4, ",
                        "9",
                        "9.",
                        ": ",
                        "\ud83d",
                        " HTTP/1.1",
                        " [01/Jan/2020:00:00:00 +0000] ",
                        "Array\n(",
                        "request: \"",
                        "user ",
                        "/",
                        "?",
                        "::",
                        ": /",
                        "=");
        var reader = reader(format, 1 << 19);
        for (var part : parts) {
            byte[] many = part.repeat((1 << 18) / part.length()).getBytes(UTF_8);
            for (var beginning : beginnings) {
                byte[] start = beginning.substring(0, beginning.length() - 1).getBytes(UTF_8);
                reader.feed(start, 0, start.length, ReadLog.NOW);
                reader.feed(many, 0, many.length, ReadLog.NOW);
                reader.feed(new byte[] {'\n'}, 0, 1, ReadLog.NOW);
            }
        }
        reader.end();

        assertThat(reader.counts(0).lines())
                .isGreaterThanOrEqualTo(parts.size() * beginnings.size());
    }

    private static LogReader reader(String format, int longest) {
        return new LogReader(
                LogFormat.of(format), ZoneOffset.UTC, longest, Duration.ofMinutes(10), event -> {});
    }

    private static long allocated() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getCurrentThreadAllocatedBytes();
    }
}
