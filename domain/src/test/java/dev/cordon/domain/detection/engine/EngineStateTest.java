package dev.cordon.domain.detection.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.CampaignMerged;
import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.Proof.ByteRange;
import dev.cordon.domain.detection.log.LogFormat;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An engine that was saved and restored goes on as if it had never stopped. */
class EngineStateTest {

    private static final DetectionSettings SETTINGS = DetectionSettings.DEFAULTS;
    private static final List<String> SAMPLES =
            List.of(
                    "normal",
                    "bruteforce-wp-login",
                    "credential-stuffing",
                    "sql-injection",
                    "scanner",
                    "card-testing",
                    "benign-lookalikes",
                    "webshell-plugin-tamper");

    /** What came out of an engine, whenever it was asked. */
    private static final class Told {
        private final Map<String, Finding> findings = new LinkedHashMap<>();
        private final List<CampaignMerged> merged = new ArrayList<>();
        private DetectionEngine engine = engine(SETTINGS);
        private DetectionEngine.Source log = open(engine);

        void feed(byte[] bytes, int from, int to) {
            log.feed(bytes, from, to, Samples.NOW);
        }

        void ask() {
            engine.news().forEach(each -> findings.put(each.reference(), each));
            merged.addAll(engine.merged());
        }

        void restart() {
            engine = restored(engine.save(), SETTINGS);
            log = open(engine);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void restartsBetweenAnyTwoBytesChangeNoFinding(long seed) {
        byte[] log = all();
        var random = new Random(seed);
        var whole = new Told();
        var cut = new Told();

        whole.feed(log, 0, log.length);
        for (int at = 0; at < log.length; ) {
            int next = Math.min(log.length, at + random.nextInt(300_000));
            cut.feed(log, at, next);
            cut.restart();
            at = next;
        }
        whole.ask();
        cut.ask();

        assertThat(whole.findings).hasSizeGreaterThan(4);
        assertThat(cut.findings).isEqualTo(whole.findings);
        assertThat(cut.merged).isEqualTo(whole.merged);
        assertThat(cut.log.counts()).isEqualTo(whole.log.counts());
    }

    @Test
    void whatWasToldBeforeIsNotToldAgain() {
        byte[] log = Samples.log("scanner");
        var told = new Told();
        told.feed(log, 0, log.length);
        told.ask();

        told.restart();

        assertThat(told.findings).isNotEmpty();
        assertThat(told.engine.news()).isEmpty();
        assertThat(told.engine.merged()).isEmpty();
    }

    @Test
    void whatNobodyAskedForIsToldAfterTheRestart() {
        byte[] log = Samples.log("scanner");
        var told = new Told();
        told.feed(log, 0, log.length);

        told.restart();
        told.ask();

        assertThat(told.findings.values())
                .containsExactlyInAnyOrderElementsOf(Samples.findings(log));
    }

    @Test
    void anEventOfSeveralLinesMayBeCutByARestart() {
        var text =
                """
                [23-Nov-2026 08:00:00 UTC] PHP Fatal error:  Uncaught Error: no in /a/checkout.php:3
                Stack trace:
                #0 {main}
                [23-Nov-2026 08:00:01 UTC] PHP Warning:  odd in /a/b.php on line 9
                """;
        byte[] log = text.getBytes(UTF_8);
        for (int at = 0; at <= log.length; at += 9) {
            var engine = engine(SETTINGS);
            var source = engine.open("php", LogFormat.of("php-error"), ZoneOffset.UTC);
            source.feed(log, 0, at, Samples.NOW);

            var again = restored(engine.save(), SETTINGS);
            var reopened = again.open("php", LogFormat.of("php-error"), ZoneOffset.UTC);
            reopened.feed(log, at, log.length, Samples.NOW);
            reopened.end();

            assertThat(reopened.counts().understood()).isEqualTo(4);
            assertThat(reopened.counts().bytes()).isEqualTo(log.length);
        }
    }

    @Test
    void otherRulesOrSettingsBeginAnew() {
        byte[] state = new Told().engine.save();
        var others = Pack.rulesWithout(SETTINGS, "login-burst"::equals);
        var patient =
                new DetectionSettings(
                        Duration.ofMinutes(45),
                        SETTINGS.accountPaths(),
                        SETTINGS.allowed(),
                        SETTINGS.limits());

        assertThat(DetectionEngine.restored(others, SETTINGS, 7, state)).isEmpty();
        assertThat(DetectionEngine.restored(Pack.rules(patient), patient, 7, state)).isEmpty();
    }

    @Test
    void aDamagedStateBeginsAnew() {
        var told = new Told();
        byte[] log = Samples.log("sql-injection");
        told.feed(log, 0, log.length);
        byte[] state = told.engine.save();
        var random = new Random(5);

        for (int i = 0; i < 15; i++) {
            byte[] damaged = state.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
            byte[] cut = Arrays.copyOf(state, random.nextInt(state.length));

            assertThat(again(damaged)).isEmpty();
            assertThat(again(cut)).isEmpty();
        }
    }

    @Test
    void aSourceThatIsNotOpenedAgainIsKeptForTheNextTime() {
        var told = new Told();
        byte[] log = Samples.log("normal");
        told.feed(log, 0, log.length);

        var between = restored(told.engine.save(), SETTINGS);
        var later = restored(between.save(), SETTINGS);

        assertThat(open(later).counts()).isEqualTo(told.log.counts());
    }

    @Test
    void placesAreThoseOfTheLogWhateverOfItWasLost() {
        byte[] log = Samples.log("bruteforce-wp-login");
        var engine = engine(SETTINGS);
        var source = open(engine);
        source.skipTo(1_000_000);

        source.feed(log, 0, log.length, Samples.NOW);

        var ranges = Samples.lasting(engine).getFirst().proof().ranges();
        var plain = Samples.findings(log).getFirst().proof().ranges();
        assertThat(ranges)
                .isEqualTo(
                        plain.stream()
                                .map(
                                        each ->
                                                new ByteRange(
                                                        each.source(),
                                                        each.from() + 1_000_000,
                                                        each.to() + 1_000_000))
                                .toList());
        assertThat(source.counts().bytes()).isEqualTo(log.length);
    }

    private static byte[] all() {
        var all = new ByteArrayOutputStream();
        SAMPLES.forEach(sample -> all.writeBytes(Samples.log(sample)));
        return all.toByteArray();
    }

    private static DetectionEngine engine(DetectionSettings settings) {
        return new DetectionEngine(Pack.rules(settings), settings, 42);
    }

    private static DetectionEngine.Source open(DetectionEngine engine) {
        return engine.open(Samples.SOURCE, LogFormat.COMBINED, ZoneOffset.UTC);
    }

    private static DetectionEngine restored(byte[] state, DetectionSettings settings) {
        return DetectionEngine.restored(Pack.rules(settings), settings, 43, state).orElseThrow();
    }

    private static Optional<DetectionEngine> again(byte[] state) {
        return DetectionEngine.restored(Pack.rules(SETTINGS), SETTINGS, 44, state);
    }
}
