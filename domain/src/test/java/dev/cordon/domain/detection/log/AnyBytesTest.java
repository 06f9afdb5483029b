package dev.cordon.domain.detection.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.engine.DetectionEngine;
import dev.cordon.domain.detection.engine.DetectionSettings;
import dev.cordon.domain.detection.engine.Pack;
import dev.cordon.domain.detection.engine.Samples;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever comes in: nothing is thrown, and every line is understood or counted. */
class AnyBytesTest {

    private static final Pattern LINES = Pattern.compile("[^\n]*\n|[^\n]+$");

    @Property(tries = 500)
    void randomBytesAreCountedLineByLine(
            @ForAll @Size(max = 3_000) byte[] bytes, @ForAll @IntRange(min = 1, max = 99) int cut) {
        AnyLog.isAnswered("combined", bytes, cut);
    }

    @Property(tries = 500)
    void whatLooksLikeALogIsCountedLineByLine(
            @ForAll("nearlyLog") String text, @ForAll @IntRange(min = 1, max = 99) int cut) {
        AnyLog.isAnswered("combined", text.getBytes(ISO_8859_1), cut);
    }

    /** The whole engine, which takes its time to be made. */
    @Property(tries = 20)
    void aRecordedLogWithWrongBytesIsCountedLineByLine(
            @ForAll Random random, @ForAll @IntRange(min = 0, max = 400) int wrong) {
        byte[] log = Samples.log("credential-stuffing");
        for (int i = 0; i < wrong; i++) {
            log[random.nextInt(log.length)] = (byte) random.nextInt(256);
        }

        everyLineIsCounted(log, 1 + random.nextInt(100_000));
    }

    @Provide
    Arbitrary<String> nearlyLog() {
        return Arbitraries.of(
                        "1.2.3.4",
                        "2001:db8::1",
                        " - - ",
                        " [23/Nov/2026:08:18:18 +0000] ",
                        "\"POST /wp-login.php HTTP/1.1\"",
                        "\"GET /%2e%2E/..//my-account/?a=b HTTP/2.0\"",
                        " 200 17 ",
                        "\"-\"",
                        " ",
                        "\"",
                        "\\",
                        "[",
                        "]",
                        "%",
                        "/",
                        "\n",
                        "\r\n",
                        "\u0000",
                        "\u00e9",
                        "1.2.3.4 - - [23/Nov/2026:08:18:18 +0000] \"POST /xmlrpc.php HTTP/1.1\" 200"
                                + " 1 \"-\" \"x\"\n")
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
    }

    private static void everyLineIsCounted(byte[] bytes, int cut) {
        var settings = DetectionSettings.DEFAULTS;
        var engine = new DetectionEngine(Pack.rules(settings), settings, 3);
        var source = engine.open("access", LogFormat.COMBINED, ZoneOffset.UTC);

        for (int at = 0; at < bytes.length; at += cut) {
            source.feed(bytes, at, Math.min(bytes.length, at + cut), Samples.NOW);
        }
        source.end();
        engine.news();

        var counts = source.counts();
        assertThat(counts.bytes()).isEqualTo(bytes.length);
        assertThat(counts.understood() + counts.rejectedLines()).isEqualTo(lines(bytes));
        assertThat(counts.lines()).isEqualTo(lines(bytes));
        assertThat(counts.samples())
                .allSatisfy(sample -> assertThat(sample.excerpt()).matches("[ -~…]*"));
    }

    private static long lines(byte[] bytes) {
        return LINES.matcher(new String(bytes, ISO_8859_1)).results().count();
    }
}
