package dev.cordon.application.detection;

import static dev.cordon.domain.detection.DetectionFixtures.DETECTION;
import static dev.cordon.domain.detection.DetectionFixtures.RITA;
import static dev.cordon.domain.detection.DetectionFixtures.SOURCE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.partitioningBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.kernel.CountingIds;
import dev.cordon.application.kernel.InlineUnitOfWork;
import dev.cordon.application.kernel.TestCaller;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertStatus;
import dev.cordon.domain.detection.engine.DetectionSettings;
import dev.cordon.domain.detection.engine.Samples;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.detection.log.TrafficStep;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IngestLinesTest {

    private static final byte[] STUFFING = Samples.log("credential-stuffing");

    private final InMemoryAlerts alerts = new InMemoryAlerts();
    private final InMemoryTraffics traffics = new InMemoryTraffics();
    private final InMemoryLogSources sources = new InMemoryLogSources();
    private final InMemorySourceDirectory directory = new InMemorySourceDirectory();
    private final InMemoryLogSpool spool = new InMemoryLogSpool();
    private final CountingIds ids = new CountingIds();
    private TestCaller caller = new TestCaller(DETECTION, StoreScope.ALL);
    private boolean databaseDown;
    private boolean awake = true;
    private final InMemoryDetectionStates states = new InMemoryDetectionStates();
    private Instant now = Samples.NOW;
    private StoreWatches watches = watches();

    @BeforeEach
    void addSource() {
        sources.save(LogSource.add(SOURCE, DETECTION, Samples.NOW));
    }

    @Test
    void anAttackInTheLinesIsOneAlertWithAllAddresses() throws IOException {
        ingest(STUFFING);

        assertThat(alerts.all()).hasSize(1);
        assertThat(alert().finding().addresses()).hasSize(40);
        assertThat(alert().mode()).isEqualTo(SOURCE.mode());
    }

    @Test
    void theSameAlertGrowsWhileTheLinesComeInSmallBatches() throws IOException {
        for (byte[] batch : batches(STUFFING, 20)) {
            ingest(batch);
        }

        assertThat(alerts.all()).hasSize(1);
        assertThat(alert().finding()).isEqualTo(Samples.findings(STUFFING).getFirst());
    }

    @Test
    void aRestartRaisesNothingTwiceAndForgetsNothing() throws IOException {
        var batches = batches(STUFFING, 4);
        ingest(batches[0]);
        ingest(batches[1]);

        watches = watches();
        catchUp();
        ingest(batches[2]);
        watches = watches();
        ingest(batches[3]);

        assertThat(alerts.all()).hasSize(1);
        assertThat(alert().finding()).isEqualTo(Samples.findings(STUFFING).getFirst());
    }

    @Test
    void aRestartReadsOnlyWhatCameInSinceItWasSaved() throws IOException {
        var batches = batches(STUFFING, 4);
        ingest(batches[0]);
        now = now.plus(Duration.ofMinutes(2));
        ingest(batches[1]);
        ingest(batches[2]);
        spool.forget(SOURCE.id(), batches[0].length + batches[1].length);
        long before = spool.handedOut();

        watches = watches();
        ingest(batches[3]);

        assertThat(spool.handedOut() - before).isEqualTo(batches[2].length + batches[3].length);
        assertThat(alert().finding()).isEqualTo(Samples.findings(STUFFING).getFirst());
    }

    @Test
    void whatIsReadAgainAfterARestartIsCountedOnce() throws IOException {
        var batches = batches(STUFFING, 4);
        ingest(batches[0]);
        now = now.plus(Duration.ofMinutes(2));
        ingest(batches[1]);
        var saved = states.load(SOURCE.store(), SOURCE.mode()).orElseThrow();
        now = now.plus(Duration.ofMinutes(2));
        ingest(batches[2]);

        states.save(SOURCE.store(), SOURCE.mode(), saved);
        watches = watches();
        now = now.plus(Duration.ofMinutes(2));
        ingest(batches[3]);
        now = now.plus(Duration.ofMinutes(2));
        ingest("\n".getBytes(UTF_8));

        long lines = new String(STUFFING, UTF_8).lines().count();
        assertThat(counted(TrafficStep.MINUTE)).isEqualTo(lines + 1);
        assertThat(counted(TrafficStep.HOUR)).isEqualTo(lines + 1);
    }

    private long counted(TrafficStep step) {
        return traffics.between(SOURCE.id(), step, Instant.EPOCH, Instant.MAX).stream()
                .mapToLong(part -> part.counts().lines())
                .sum();
    }

    @Test
    void whatCouldNotBeStoredIsNotTakenForKnown() throws IOException {
        databaseDown = true;
        now = now.plus(Duration.ofMinutes(2));
        ingest(STUFFING);
        now = now.plus(Duration.ofMinutes(2));
        catchUp();
        assertThat(states.count()).isZero();

        databaseDown = false;
        watches = watches();
        catchUp();

        assertThat(alert().finding()).isEqualTo(Samples.findings(STUFFING).getFirst());
    }

    @Test
    void twoLogsOfAStoreShowOneAttack() throws IOException {
        var second = source("second-server", SOURCE.mode());
        var lines = new String(STUFFING, UTF_8).lines().toList();
        var split =
                IntStream.range(0, lines.size())
                        .boxed()
                        .collect(partitioningBy(i -> lines.get(i).hashCode() % 2 == 0));
        spool.append(SOURCE.id(), null, in(joined(lines, split.get(true))));
        spool.append(second.id(), null, in(joined(lines, split.get(false))));

        catchUp();

        assertThat(alert().finding().addresses()).hasSize(40);
        assertThat(alert().finding().sources())
                .containsExactlyInAnyOrder(SOURCE.id().value(), second.id().value());
    }

    @Test
    void aRehearsalIsNoPartOfTheRealThing() throws IOException {
        var rehearsal = source("rehearsal", Mode.DRILL);
        spool.append(SOURCE.id(), null, in(STUFFING));
        spool.append(rehearsal.id(), null, in(STUFFING));

        catchUp();

        assertThat(alerts.all())
                .extracting(Alert::mode)
                .containsExactlyInAnyOrder(Mode.LIVE, Mode.DRILL);
        assertThat(alerts.all())
                .allSatisfy(alert -> assertThat(alert.finding().sources()).hasSize(1));
    }

    @Test
    void campaignsThatTurnOutToBeOneBecomeOneAlert() throws IOException {
        var attackers = List.of("203.0.113.1", "203.0.113.2", "203.0.113.3", "203.0.113.4");
        for (var attacker : attackers) {
            ingest(burst(attacker).getBytes(UTF_8));
        }

        assertThat(alerts.all())
                .filteredOn(alert -> alert.phase().isOpen())
                .singleElement()
                .satisfies(
                        alert ->
                                assertThat(Samples.addresses(alert.finding()))
                                        .containsExactlyInAnyOrderElementsOf(attackers));
        assertThat(alerts.all())
                .filteredOn(alert -> !alert.phase().isOpen())
                .isNotEmpty()
                .allSatisfy(alert -> assertThat(alert.status()).isEqualTo(AlertStatus.MERGED));
    }

    @Test
    void campaignsThatBecameOneAreOneAlsoWhenTheirLinesAreReadAgain() throws IOException {
        for (int i = 1; i <= 4; i++) {
            ingest(burst("203.0.113." + i).getBytes(UTF_8));
        }
        var before = alerts.all();

        watches = watches();
        catchUp();

        assertThat(watches.intake(SOURCE).behind()).isFalse();
        assertThat(alerts.all()).isEqualTo(before);
    }

    @Test
    void guessedKeysAreToldApartThoughNoneOfThemIsKept() throws IOException {
        var guesses =
                IntStream.range(0, 30)
                        .mapToObj(
                                i ->
                                        "203.0.113.7 - - [23/Nov/2026:08:00:%02d +0000] \"GET /wp-json/wc/v3/orders?consumer_key=ck_%040x HTTP/1.1\" 401 9 \"-\" \"x\""
                                                .formatted(i, i))
                        .collect(joining("\n", "", "\n"));

        ingest(guesses.getBytes(UTF_8));

        assertThat(alerts.all())
                .singleElement()
                .satisfies(
                        alert ->
                                assertThat(alert.finding().verdict().rules())
                                        .contains("rest-key-guessing"));
    }

    private LogSource source(String id, Mode mode) {
        var source =
                new LogSource(
                        new SourceId(id), SOURCE.store(), id, SOURCE.format(), SOURCE.zone(), mode);
        sources.save(LogSource.add(source, DETECTION, Samples.NOW));
        return source;
    }

    private static byte[] joined(List<String> lines, List<Integer> which) {
        return which.stream().map(lines::get).collect(joining("\n", "", "\n")).getBytes(UTF_8);
    }

    /** Passwords guessed by one address, a try every second. */
    private static String burst(String attacker) {
        return IntStream.range(0, 15)
                .mapToObj(
                        i ->
                                "%s - - [23/Nov/2026:08:00:%02d +0000] \"POST /wp-login.php HTTP/1.1\" 200 9 \"-\" \"x\""
                                        .formatted(attacker, i))
                .collect(joining("\n", "", "\n"));
    }

    @Test
    void whatCameInBeforeAKillIsFoundAfterTheStart() throws IOException {
        spool.append(SOURCE.id(), null, new ByteArrayInputStream(STUFFING));

        catchUp();

        assertThat(alert().finding().addresses()).hasSize(40);
    }

    @Test
    void aBatchSentAgainIsNotCountedAgain() throws IOException {
        var first = ingest().ingest(new IngestLines.Command(SOURCE.id(), "b1"), in(STUFFING));

        var again = ingest().ingest(new IngestLines.Command(SOURCE.id(), "b1"), in(STUFFING));

        assertThat(first.taken()).isEqualTo(STUFFING.length);
        assertThat(again.taken()).isZero();
        assertThat(watches.intake(SOURCE).counts().bytes()).isEqualTo(STUFFING.length);
    }

    @Test
    void whenTheAlertCannotBeStoredTheLinesAreTakenAndTheAlertComesLater() throws IOException {
        databaseDown = true;
        var receipt = ingest(STUFFING);
        var behind = watches.intake(SOURCE).behind();

        databaseDown = false;
        catchUp();

        assertThat(receipt.taken()).isEqualTo(STUFFING.length);
        assertThat(behind).isTrue();
        assertThat(alert().finding().addresses()).hasSize(40);
        assertThat(watches.intake(SOURCE).behind()).isFalse();
    }

    @Test
    void whoeverSendsLinesDoesNotWaitForDetection() throws IOException {
        awake = false;
        var receipt = ingest(STUFFING);
        assertThat(receipt.taken()).isEqualTo(STUFFING.length);
        assertThat(alerts.all()).isEmpty();
        assertThat(watches.intake(SOURCE).backlog()).isEqualTo(STUFFING.length);

        awake = true;
        catchUp();

        assertThat(alert().finding().addresses()).hasSize(40);
        assertThat(watches.intake(SOURCE).backlog()).isZero();
    }

    @Test
    void onlyLinesWhoseFindingsAreStoredMayGo() throws IOException {
        ingest(STUFFING);
        assertThat(spool.released(SOURCE.id())).isZero();

        now = now.plus(Duration.ofMinutes(2));
        databaseDown = true;
        ingest(STUFFING);
        assertThat(spool.released(SOURCE.id())).isZero();

        databaseDown = false;
        catchUp();

        assertThat(spool.released(SOURCE.id())).isEqualTo(2L * STUFFING.length);
    }

    @Test
    void linesThatWereGoneBeforeTheyWereReadAreCounted() throws IOException {
        ingest(STUFFING);
        awake = false;
        ingest(STUFFING);
        spool.forget(SOURCE.id(), STUFFING.length + 100L);

        awake = true;
        catchUp();

        assertThat(watches.intake(SOURCE).passedOver()).isEqualTo(100);
    }

    @Test
    void linesThatDoNotOpenArePassedOverAndThoseBehindThemAreRead() throws IOException {
        awake = false;
        ingest("what does not open\n".getBytes(UTF_8));
        ingest(STUFFING);
        spool.damage(new LogSpool.Stretch(0, 19));

        awake = true;
        catchUp();

        assertThat(watches.intake(SOURCE).passedOver()).isEqualTo(19);
        assertThat(watches.intake(SOURCE).backlog()).isZero();
        assertThat(alert().finding().addresses()).hasSize(40);
        assertThat(spool.released(SOURCE.id())).isZero();
        now = now.plus(Duration.ofMinutes(2));
        catchUp();
        assertThat(spool.released(SOURCE.id())).isEqualTo(19 + STUFFING.length);
    }

    @Test
    void logsThatAreKnownAreReadAlsoWhileTheyCannotBeListed() throws IOException {
        awake = false;
        ingest(STUFFING);

        awake = true;
        watches.wakeAll();

        assertThat(alert().finding().addresses()).hasSize(40);
    }

    @Test
    void linesThatBreakOffLeaveNothing() {
        var broken = new SequenceInputStream(in(STUFFING), new BreaksOff());

        assertThatThrownBy(
                        () -> ingest().ingest(new IngestLines.Command(SOURCE.id(), null), broken))
                .isInstanceOf(IOException.class);
        assertThat(spool.kept(SOURCE.id()).length()).isZero();
        assertThat(alerts.all()).isEmpty();
    }

    @Test
    void growthDoesNotDisturbWhoeverHasTakenTheAlert() throws IOException {
        var batches = batches(STUFFING, 2);
        ingest(batches[0]);
        alerts.save(alert().take(RITA, Samples.NOW));

        ingest(batches[1]);

        assertThat(alert().status()).isEqualTo(AlertStatus.TRIAGING);
        assertThat(alert().takenBy()).isEqualTo(RITA);
        assertThat(alert().finding().addresses()).hasSize(40);
    }

    @Test
    void whatIsNotUnderstoodIsCountedAndShown() throws IOException {
        ingest("what is this\n".getBytes(UTF_8));

        var counts = watches.intake(SOURCE).counts();

        assertThat(counts.rejectedLines()).isEqualTo(1);
        assertThat(counts.samples())
                .singleElement()
                .satisfies(line -> assertThat(line.excerpt()).isEqualTo("what is this"));
    }

    @Test
    void keysAreBlottedOutBeforeAnythingIsKept() throws IOException {
        var line =
                "192.0.2.80 - - [23/Nov/2026:08:18:00 +0000] \"GET"
                        + " /wp-json/wc/v3/orders?consumer_key=ck_2eec&consumer_secret=cs_77 HTTP/1.1\""
                        + " 200 12 \"-\" \"ERP\"\n";

        ingest(line.getBytes(UTF_8));

        var kept = new String(kept().readAllBytes(), UTF_8);
        assertThat(kept).hasSameSizeAs(line).doesNotContain("ck_2eec", "cs_77");
    }

    @Test
    void aSourceOfAnotherStoreIsNotThere() {
        caller = caller.within(StoreScope.NONE);

        assertThatThrownBy(() -> ingest(STUFFING)).isInstanceOf(NotFound.class);
    }

    @Test
    void theLinesOfACampaignAreCutOutWholeAndNoOthers() throws IOException {
        ingest(STUFFING);
        var searched = new ArrayList<Long>();

        String cut;
        try (var lines =
                CampaignLines.of(
                        spool,
                        SOURCE,
                        alert().finding(),
                        DetectionSettings.DEFAULTS,
                        Samples.NOW)) {
            lines.watchedBy(searched::add);
            cut = new String(lines.readAllBytes(), UTF_8);
            assertThat(lines.lines()).isEqualTo(98);
        }

        assertThat(new String(STUFFING, UTF_8).lines().filter(line -> line.startsWith("198.51.")))
                .containsExactlyElementsOf(cut.lines().toList());
        assertThat(searched).isSorted().last().isEqualTo(spool.kept(SOURCE.id()).length());
    }

    private Alert alert() {
        assertThat(alerts.all()).hasSize(1);
        return alerts.all().getFirst();
    }

    private IngestLines.Receipt ingest(byte[] lines) throws IOException {
        return ingest().ingest(new IngestLines.Command(SOURCE.id(), null), in(lines));
    }

    private IngestLines ingest() {
        return intake().ingest();
    }

    private TestIntake intake() {
        return new TestIntake(directory, sources, spool, watches, caller, () -> now);
    }

    private void catchUp() {
        intake().wake();
    }

    private InputStream kept() {
        return spool.open(SOURCE.id(), spool.kept(SOURCE.id()));
    }

    private StoreWatches watches() {
        var work = new InlineUnitOfWork();
        InstantSource clock = () -> now;
        var raising =
                new RaisingAlerts(
                        alerts,
                        new Silence(new InMemorySuppressions()),
                        new FailingUnitOfWork(work, () -> databaseDown),
                        ids,
                        clock);
        var memory =
                new EngineMemory(
                        states,
                        new RulesInForce(
                                new InMemoryRuleVersions(),
                                new PackTexts(),
                                DetectionSettings.DEFAULTS,
                                work),
                        ids);
        return new StoreWatches(
                spool, raising, memory, new TrafficCounting(traffics, work), this::rung, clock);
    }

    /** Detection's own thread, for once in step with the test. */
    private void rung(StoreId store, Mode mode) {
        if (awake) {
            var unused =
                    new CatchUpDetection(watches)
                            .catchUp(new CatchUpDetection.Command(store, mode));
        }
    }

    private static InputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    /** About that many batches of whole lines. */
    private static byte[][] batches(byte[] log, int count) {
        var batches = new byte[count][];
        int from = 0;
        for (int i = 0; i < count; i++) {
            int to = i == count - 1 ? log.length : log.length / count * (i + 1);
            while (to < log.length && log[to - 1] != '\n') {
                to++;
            }
            batches[i] = Arrays.copyOfRange(log, from, to);
            from = to;
        }
        return batches;
    }

    private static final class BreaksOff extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("connection reset");
        }
    }
}
