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
import dev.cordon.domain.detection.AlertStatus;
import dev.cordon.domain.detection.engine.DetectionSettings;
import dev.cordon.domain.detection.engine.Pack;
import dev.cordon.domain.detection.engine.Samples;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StoreScope;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.InstantSource;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IngestLinesTest {

    private static final byte[] STUFFING = Samples.log("credential-stuffing");

    private final InMemoryAlerts alerts = new InMemoryAlerts();
    private final InMemoryLogSources sources = new InMemoryLogSources();
    private final InMemoryLogSpool spool = new InMemoryLogSpool();
    private final CountingIds ids = new CountingIds();
    private TestCaller caller = new TestCaller(DETECTION, StoreScope.ALL);
    private boolean databaseDown;
    private SourceWatches watches = watches();

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
        assertThat(again.counts()).isEqualTo(first.counts());
    }

    @Test
    void whenTheAlertCannotBeStoredTheLinesAreTakenAndTheAlertComesLater() throws IOException {
        databaseDown = true;
        var receipt = ingest(STUFFING);
        var behind = queries().one(SOURCE.id()).behind();

        databaseDown = false;
        catchUp();

        assertThat(receipt.taken()).isEqualTo(STUFFING.length);
        assertThat(behind).isTrue();
        assertThat(alert().finding().addresses()).hasSize(40);
        assertThat(queries().one(SOURCE.id()).behind()).isFalse();
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

        var counts = queries().one(SOURCE.id()).counts();

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

        String cut;
        try (var lines =
                CampaignLines.of(
                        spool,
                        SOURCE.id(),
                        alert().finding(),
                        DetectionSettings.DEFAULTS,
                        Samples.NOW)) {
            cut = new String(lines.readAllBytes(), UTF_8);
            assertThat(lines.lines()).isEqualTo(98);
        }

        assertThat(new String(STUFFING, UTF_8).lines().filter(line -> line.startsWith("198.51.")))
                .containsExactlyElementsOf(cut.lines().toList());
    }

    private Alert alert() {
        assertThat(alerts.all()).hasSize(1);
        return alerts.all().getFirst();
    }

    private IngestLines.Receipt ingest(byte[] lines) throws IOException {
        return ingest().ingest(new IngestLines.Command(SOURCE.id(), null), in(lines));
    }

    private IngestLines ingest() {
        return new IngestLines(sources, spool, watches, caller);
    }

    private SourceQueries queries() {
        return new SourceQueries(sources, watches, caller);
    }

    private void catchUp() {
        new CatchUpDetection(sources, watches, caller).catchUp();
    }

    private InputStream kept() {
        return spool.open(SOURCE.id(), spool.kept(SOURCE.id()));
    }

    private SourceWatches watches() {
        var work = new InlineUnitOfWork();
        InstantSource clock = () -> Samples.NOW;
        var raising =
                new RaisingAlerts(
                        alerts, new FailingUnitOfWork(work, () -> databaseDown), ids, clock);
        return new SourceWatches(
                spool,
                raising,
                Pack.rules(DetectionSettings.DEFAULTS),
                DetectionSettings.DEFAULTS,
                ids,
                clock);
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
