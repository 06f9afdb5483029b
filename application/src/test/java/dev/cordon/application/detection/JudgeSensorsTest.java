package dev.cordon.application.detection;

import static dev.cordon.domain.detection.DetectionFixtures.DETECTION;
import static dev.cordon.domain.detection.DetectionFixtures.RITA;
import static dev.cordon.domain.detection.DetectionFixtures.SOURCE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.kernel.CountingIds;
import dev.cordon.application.kernel.InlineUnitOfWork;
import dev.cordon.application.kernel.TestCaller;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertOrigin;
import dev.cordon.domain.detection.AlertResolution;
import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.AlertStatus;
import dev.cordon.domain.detection.engine.DetectionSettings;
import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.detection.sensor.BlindSpan;
import dev.cordon.domain.detection.sensor.Blindness;
import dev.cordon.domain.detection.sensor.Rhythm;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Version;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JudgeSensorsTest {

    private static final Instant START = Instant.parse("2026-11-26T10:00:00Z");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private final InMemoryAlerts alerts = new InMemoryAlerts();
    private final InMemoryTraffics traffics = new InMemoryTraffics();
    private final InMemoryLogSources sources = new InMemoryLogSources();
    private final InMemoryLogSpool spool = new InMemoryLogSpool();
    private final InMemoryBlindSpans spans = new InMemoryBlindSpans();
    private final InMemorySensorPlans plans = new InMemorySensorPlans();
    private final InMemorySensorBooks books = new InMemorySensorBooks();
    private final CountingIds ids = new CountingIds();
    private final InlineUnitOfWork work = new InlineUnitOfWork();
    private final TestCaller caller = new TestCaller(DETECTION, StoreScope.ALL);
    private Instant now = START;
    private StoreWatches watches = watches();
    private JudgeSensors judge = judge();

    @BeforeEach
    void aLogThatSpeaks() throws IOException {
        sources.save(LogSource.add(SOURCE, DETECTION, START));
        watches = watches();
        judge = judge();
        speak();
    }

    @Test
    void aLogThatSpeaksInItsRhythmIsNoAlarm() throws IOException {
        for (int i = 0; i < 5; i++) {
            pass(Duration.ofMinutes(50));
            speak();
        }

        assertThat(alerts.all()).isEmpty();
        assertThat(spans.all()).isEmpty();
    }

    @Test
    void silenceRaisesOneAlertAndMarksSinceWhenNothingIsSeen() {
        pass(Duration.ofMinutes(61));
        pass(Duration.ofMinutes(30));

        assertThat(span().why()).isEqualTo(Blindness.SILENT);
        assertThat(span().from()).isEqualTo(START);
        assertThat(span().lasts()).isTrue();
        assertThat(span().alert()).isEqualTo(alert().id());
        assertThat(alert().origin().sourceType()).isEqualTo(AlertOrigin.SENSOR);
        assertThat(alert().origin().reference()).isEqualTo("silent:2026-11-26T10:00:00Z");
        assertThat(alert().severity()).isEqualTo(AlertSeverity.HIGH);
        assertThat(alert().title()).isEqualTo("Fjord Shop, web server is silent");
        assertThat(alert().finding().verdict().reason("de")).contains("schweigt länger");
    }

    @Test
    void whenTheLogSpeaksAgainTheAlertSaysSoAndStaysForAPerson() throws IOException {
        pass(Duration.ofMinutes(61));
        pass(Duration.ofMinutes(9));
        speak();
        pass(Duration.ofMinutes(1));

        assertThat(span().until()).isEqualTo(START.plus(Duration.ofMinutes(70)));
        assertThat(alert().status()).isEqualTo(AlertStatus.NEW);
        assertThat(alert().finding().lastSeenAt()).isEqualTo(START.plus(Duration.ofMinutes(70)));
        assertThat(alert().finding().verdict().reason("en"))
                .contains("over at 2026-11-26T11:10:00Z");
    }

    @Test
    void aLogThatFallsSilentAgainAndAgainIsOneAlertUntilSomebodyDecides() throws IOException {
        for (int i = 0; i < 3; i++) {
            pass(Duration.ofMinutes(90));
            speak();
            pass(Duration.ofMinutes(1));
        }
        assertThat(spans.all()).hasSize(3);
        assertThat(alert().status()).isEqualTo(AlertStatus.NEW);

        alerts.save(alert().dismiss(AlertResolution.LEGITIMATE, "at night", RITA, now));
        pass(Duration.ofMinutes(90));

        assertThat(spans.all()).hasSize(4);
        assertThat(alerts.all()).hasSize(2);
    }

    @Test
    void aPlannedSilenceIsMarkedAndNoAlarmUntilItEnds() {
        expect(null, START.plus(Duration.ofHours(3)));

        pass(Duration.ofHours(2));
        assertThat(span().alert()).isNull();
        assertThat(alerts.all()).isEmpty();

        pass(Duration.ofHours(1));
        assertThat(span().alert()).isEqualTo(alert().id());
    }

    @Test
    void aPersonSaysHowOftenALogSpeaks() {
        expect(new Rhythm(Duration.ofMinutes(5)), null);
        pass(Duration.ofMinutes(6));

        assertThat(span().from()).isEqualTo(START);
        assertThatThrownBy(() -> plan().plan(command(Version.NEW, null, null)))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void afterAStartALogHasItsRhythmToBeHeard() throws IOException {
        now = START.plus(Duration.ofHours(8));
        watches = watches();
        judge = judge();

        pass(Duration.ofMinutes(1));
        pass(Duration.ofMinutes(50));
        speak();
        pass(Duration.ofMinutes(1));
        assertThat(spans.all()).isEmpty();

        now = now.plus(Duration.ofHours(8));
        watches = watches();
        judge = judge();
        pass(Duration.ofMinutes(1));
        pass(Duration.ofMinutes(61));

        assertThat(span().from()).isEqualTo(START.plus(Duration.ofMinutes(8 * 60 + 51)));
    }

    @Test
    void aRestartGoesOnWithTheSameSpanAndAlert() {
        pass(Duration.ofMinutes(61));
        watches = watches();
        judge = judge();
        pass(Duration.ofMinutes(1));
        pass(Duration.ofHours(2));

        assertThat(span().lasts()).isTrue();
        assertThat(alerts.all()).hasSize(1);
    }

    @Test
    void linesThatNobodyUnderstandsAreAnAlarmUntilTheyAreUnderstoodAgain() throws IOException {
        pass(Duration.ofMinutes(1));
        ingest("what is this\n".repeat(20));
        pass(Duration.ofMinutes(1));

        assertThat(span().why()).isEqualTo(Blindness.UNPARSABLE);
        assertThat(alert().finding().proof().samples()).contains("what is this");

        pass(Duration.ofMinutes(20));
        for (int i = 0; i < 20; i++) {
            speak();
        }
        pass(Duration.ofMinutes(1));
        assertThat(span().lasts()).isFalse();
    }

    @Test
    void whatAttackersSendThatIsNoHttpSaysNothingAboutTheLog() throws IOException {
        pass(Duration.ofMinutes(1));
        ingest(
                "192.0.2.9 - - [%s] \"\\x16\\x03\\x01\\x02\" 400 0 \"-\" \"-\"\n"
                        .formatted(TIME.format(now))
                        .repeat(50));
        pass(Duration.ofMinutes(1));

        assertThat(watches.intake(SOURCE).counts().rejectedLines()).isEqualTo(50);
        assertThat(spans.all()).isEmpty();
    }

    @Test
    void linesThatSpeakOfWhatIsLongPastAreLate() throws IOException {
        pass(Duration.ofMinutes(50));
        pass(Duration.ofMinutes(50));
        ingest(line(now.minus(Duration.ofMinutes(90))));
        pass(Duration.ofMinutes(1));

        assertThat(spans.lasting(SOURCE.id()))
                .extracting(BlindSpan::why)
                .containsExactly(Blindness.LAGGING);
    }

    @Test
    void linesThatWereGoneBeforeTheyCouldBeReadAreToldOnce() throws IOException {
        long end = spool.kept(SOURCE.id()).to();
        spool.append(SOURCE.id(), null, in(line(now) + line(now)));
        spool.forget(SOURCE.id(), end + line(now).length());
        watches.wakeAll();
        pass(Duration.ofMinutes(1));
        pass(Duration.ofMinutes(1));

        assertThat(span().why()).isEqualTo(Blindness.PASSED_OVER);
        assertThat(span().lasts()).isFalse();
        assertThat(alert().origin().reference()).startsWith("passed-over:");
    }

    @Test
    void aSecurityPluginThatWasSwitchedOffIsMarkedUntilAPersonDecides() throws IOException {
        var events =
                new LogSource(
                        new SourceId("fjordshop-events"),
                        SOURCE.store(),
                        "Events",
                        LogFormat.of("events"),
                        ZoneOffset.UTC,
                        Mode.LIVE);
        sources.save(LogSource.add(events, DETECTION, START));
        spool.append(
                events.id(),
                null,
                in(
                        "{\"time\":\"%s\",\"event\":\"plugin_deactivated\",\"plugin\":\"wordfence/wordfence.php\"}\n"
                                .formatted(now)));
        spool.takenAt(events.id(), now);
        intake().wake();
        pass(Duration.ofMinutes(1));
        pass(Duration.ofMinutes(1));

        assertThat(span().why()).isEqualTo(Blindness.PLUGIN_OFF);
        assertThat(span().source()).isEqualTo(events.id());
        assertThat(span().alert()).isEqualTo(alert().id());
        assertThat(span().lasts()).isTrue();

        alerts.save(alert().dismiss(AlertResolution.LEGITIMATE, "another plugin", RITA, now));
        var decided = now;
        pass(Duration.ofMinutes(1));
        assertThat(span().until()).isEqualTo(decided);
    }

    @Test
    void aRehearsalsLogIsNoSensor() {
        var rehearsal =
                new LogSource(
                        new SourceId("rehearsal"),
                        SOURCE.store(),
                        "Rehearsal",
                        LogFormat.COMBINED,
                        ZoneOffset.UTC,
                        Mode.DRILL);
        sources.save(LogSource.add(rehearsal, DETECTION, START));

        pass(Duration.ofDays(2));

        assertThat(spans.of(rehearsal.id(), START)).isEmpty();
        assertThat(spans.of(SOURCE.id(), START)).hasSize(1);
    }

    private void pass(Duration time) {
        judge.judge();
        now = now.plus(time);
        judge.judge();
    }

    private void speak() throws IOException {
        ingest(line(now));
    }

    private static String line(Instant at) {
        return "192.0.2.7 - - [%s] \"GET /shop/ HTTP/1.1\" 200 512 \"-\" \"Mozilla/5.0\"\n"
                .formatted(TIME.format(at));
    }

    private void ingest(String lines) throws IOException {
        spool.takenAt(SOURCE.id(), now);
        intake().ingest().ingest(new IngestLines.Command(SOURCE.id(), null), in(lines));
    }

    private TestIntake intake() {
        return new TestIntake(
                new InMemorySourceDirectory(), sources, spool, watches, caller, () -> now);
    }

    private static ByteArrayInputStream in(String lines) {
        return new ByteArrayInputStream(lines.getBytes(UTF_8));
    }

    private void expect(@Nullable Rhythm rhythm, @Nullable Instant quietUntil) {
        plan().plan(command(plans.of(SOURCE).version(), rhythm, quietUntil));
    }

    private static PlanSensor.Command command(
            Version seen, @Nullable Rhythm rhythm, @Nullable Instant quietUntil) {
        return new PlanSensor.Command(SOURCE.id(), seen, rhythm, quietUntil, "as agreed");
    }

    private PlanSensor plan() {
        return new PlanSensor(sources, plans, caller, () -> now);
    }

    @Test
    void batchesOfASensorThatAreMissingAreMarkedAndToldOfOnce() {
        var later = START.plusSeconds(40);
        books.write(SOURCE.id(), book -> book.heard("0123456789abcdef", 1, START));
        books.write(SOURCE.id(), book -> book.heard("0123456789abcdef", 5, later));

        pass(Duration.ofMinutes(1));
        pass(Duration.ofMinutes(1));

        assertThat(span().why()).isEqualTo(Blindness.GAP);
        assertThat(span().from()).isEqualTo(START);
        assertThat(span().until()).isEqualTo(later);
        assertThat(span().alert()).isEqualTo(alert().id());
        assertThat(alert().severity()).isEqualTo(AlertSeverity.HIGH);
        assertThat(alert().finding().verdict().reason("de")).contains("folgen die Nummern nicht");
    }

    private BlindSpan span() {
        assertThat(spans.all()).hasSize(1);
        return spans.all().getFirst();
    }

    private Alert alert() {
        assertThat(alerts.all()).hasSize(1);
        return alerts.all().getFirst();
    }

    private StoreWatches watches() {
        var raising =
                new RaisingAlerts(
                        alerts, new Silence(new InMemorySuppressions()), work, ids, () -> now);
        var memory =
                new EngineMemory(
                        new InMemoryDetectionStates(),
                        new RulesInForce(
                                new InMemoryRuleVersions(),
                                new PackTexts(),
                                DetectionSettings.DEFAULTS,
                                work),
                        ids);
        return new StoreWatches(
                spool, raising, memory, new TrafficCounting(traffics, work), this::ring, () -> now);
    }

    private void ring(StoreId store, Mode mode) {
        assertThat(watches.catchUp(new StoreLogs(store, mode))).isTrue();
    }

    private JudgeSensors judge() {
        var told = new SensorAlerts(alerts, spans, ids, () -> now);
        var judging = new SensorJudge(watches, new SensorMemory(), plans, spans, told, work, ids);
        return new JudgeSensors(
                sources,
                judging,
                new PluginsOff(alerts, spans, ids),
                new SensorGaps(
                        books, spans, new SensorAlerts(alerts, spans, ids, () -> now), work, ids),
                work,
                caller,
                () -> now);
    }
}
