package dev.cordon.domain.detection.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.log.LogFormat;
import java.io.ByteArrayOutputStream;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However many processors look at the lines, the alerts are the same. */
class LanesTest {

    private static final DetectionSettings SETTINGS = DetectionSettings.DEFAULTS;

    @ParameterizedTest
    @CsvSource({"2, 100000", "2, 4096", "3, 65536", "7, 30000"})
    void theNumberOfLanesChangesNoAlert(int count, int piece) {
        byte[] log = recorded();
        var alone = new DetectionEngine(Pack.rules(SETTINGS), SETTINGS, 42);
        var beside = engine(count);

        feed(alone, log, log.length);
        feed(beside, log, piece);

        var expected = Samples.lasting(alone);
        assertThat(expected).hasSizeGreaterThan(4);
        assertThat(Samples.lasting(beside)).isEqualTo(expected);
    }

    @Test
    void countsAreThoseOfOneReader() {
        byte[] log = recorded();
        var alone = new DetectionEngine(Pack.rules(SETTINGS), SETTINGS, 42);

        assertThat(feed(engine(3), log, 50_000).counts())
                .isEqualTo(feed(alone, log, log.length).counts());
    }

    @Test
    void anotherNumberOfLanesGoesOnWhereOneStopped() {
        byte[] log = recorded();
        int middle = log.length / 2;
        var alone = new DetectionEngine(Pack.rules(SETTINGS), SETTINGS, 42);
        feed(alone, log, log.length);

        List<Finding> found;
        var first = engine(3);
        var source = first.open(Samples.SOURCE, LogFormat.COMBINED, ZoneOffset.UTC);
        source.feed(log, 0, middle, Samples.NOW);
        var second =
                DetectionEngine.restored(Pack.rules(SETTINGS), SETTINGS, 9, first.save())
                        .orElseThrow();
        source = second.open(Samples.SOURCE, LogFormat.COMBINED, ZoneOffset.UTC);
        source.feed(log, middle, log.length, Samples.NOW);
        source.end();
        found = Samples.lasting(second);

        assertThat(found).isEqualTo(Samples.lasting(alone));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65})
    void thereAreOneToSixtyFour(int count) {
        assertThatThrownBy(() -> new Lanes(count, tasks -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static DetectionEngine engine(int count) {
        var lanes = new Lanes(count, tasks -> tasks.parallelStream().forEach(Runnable::run));
        return new DetectionEngine(Pack.rules(SETTINGS), SETTINGS, 42, lanes);
    }

    private static DetectionEngine.Source feed(DetectionEngine engine, byte[] log, int piece) {
        var source = engine.open(Samples.SOURCE, LogFormat.COMBINED, ZoneOffset.UTC);
        for (int at = 0; at < log.length; at += piece) {
            source.feed(log, at, Math.min(log.length, at + piece), Samples.NOW);
        }
        source.end();
        return source;
    }

    private static byte[] recorded() {
        var all = new ByteArrayOutputStream();
        for (var sample :
                List.of(
                        "bruteforce-wp-login",
                        "credential-stuffing",
                        "sql-injection",
                        "scanner",
                        "card-testing",
                        "benign-lookalikes",
                        "webshell-plugin-tamper")) {
            all.writeBytes(Samples.log(sample));
        }
        return all.toByteArray();
    }
}
