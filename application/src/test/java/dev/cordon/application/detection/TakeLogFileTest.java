package dev.cordon.application.detection;

import static dev.cordon.domain.detection.DetectionFixtures.DETECTION;
import static dev.cordon.domain.detection.DetectionFixtures.SOURCE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.detection.TakeLogFile.Outcome;
import dev.cordon.application.detection.TakeLogFile.Why;
import dev.cordon.application.kernel.CountingIds;
import dev.cordon.application.kernel.InlineUnitOfWork;
import dev.cordon.application.kernel.TestCaller;
import dev.cordon.domain.detection.engine.DetectionSettings;
import dev.cordon.domain.detection.engine.Samples;
import dev.cordon.domain.detection.intake.SourceLimit;
import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Version;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TakeLogFileTest {

    private static final byte[] STUFFING = Samples.log("credential-stuffing");
    private static final String LINE =
            "192.0.2.7 - - [23/Nov/2026:07:%02d:%02d +0000] \"GET /%d HTTP/1.1\" 200 5 \"-\" \"x\"\n";

    private final InMemoryAlerts alerts = new InMemoryAlerts();
    private final InMemoryLogSources sources = new InMemoryLogSources();
    private final InMemorySourceDirectory directory = new InMemorySourceDirectory();
    private final InMemoryLogSpool spool = new InMemoryLogSpool();
    private final InMemoryTakenPieces pieces = new InMemoryTakenPieces();
    private final CountingIds ids = new CountingIds();
    private final List<Duration> pauses = new ArrayList<>();
    private final StoreWatches watches = watches();
    private TestCaller caller = new TestCaller(DETECTION, StoreScope.ALL);
    private Instant now = Samples.NOW;
    private TakeLogFile take = newTake();

    @BeforeEach
    void addSource() {
        sources.save(LogSource.add(SOURCE, DETECTION, Samples.NOW));
    }

    @Test
    void aFileIsTakenWholeAndToldByItsLines() throws Exception {
        var taken = (Outcome.Taken) take(STUFFING);

        assertThat(taken.read().added()).isEqualTo(STUFFING.length);
        assertThat(taken.read().counts().understood()).isPositive();
        assertThat(taken.read().counts().rejectedLines()).isZero();
        assertThat(taken.read().firstEventAt()).isBefore(taken.read().counts().lastEventAt());
        assertThat(kept()).hasSameSizeAs(STUFFING);
    }

    @Test
    void theAttackInAnOldFileIsFoundAsIfItHappenedNow() throws Exception {
        now = Samples.NOW.plus(Duration.ofDays(90));

        take(STUFFING);

        assertThat(alerts.all())
                .singleElement()
                .satisfies(alert -> assertThat(alert.finding().addresses()).hasSize(40));
    }

    @Test
    void itIsFoundAlsoWhereTheLogIsDaysFurtherAlready() throws Exception {
        now = Samples.NOW.plus(Duration.ofDays(3));
        take(new String(lines(500), UTF_8).replace("23/Nov", "25/Nov").getBytes(UTF_8));

        take(STUFFING);

        assertThat(alerts.all())
                .singleElement()
                .satisfies(alert -> assertThat(alert.finding().addresses()).hasSize(40));
    }

    @Test
    void aPieceIsKnownWhenTheSpoolHasForgottenIt() throws Exception {
        take(STUFFING);
        spool.forgetNames();

        var again = (Outcome.Taken) take(STUFFING);

        assertThat(again.read().added()).isZero();
    }

    @Test
    void theSameFileIsTakenOncePackedOrNot() throws Exception {
        take(STUFFING);

        var again = (Outcome.Taken) take(STUFFING);
        var packed = (Outcome.Taken) take(gzip(STUFFING));

        assertThat(again.read().added()).isZero();
        assertThat(again.read().counts().lines()).isPositive();
        assertThat(packed.read().added()).isZero();
        assertThat(kept()).hasSameSizeAs(STUFFING);
    }

    @Test
    void packedInPartsItIsTakenToTheEnd() throws Exception {
        var both = new ByteArrayOutputStream();
        both.write(gzip(STUFFING));
        both.write(gzip(lines(100)));

        var taken = (Outcome.Taken) take(both.toByteArray());

        assertThat(taken.read().added()).isEqualTo(STUFFING.length + (long) lines(100).length);
    }

    @Test
    void aLongFileIsCutAtLineEndsAndGoesOnWhereItBrokeOff() throws Exception {
        var log = lines(80_000);
        int whole = LogFilePieces.LONGEST;
        while (log[whole - 1] != '\n') {
            whole--;
        }

        var broken = new ByteArrayInputStream(log, 0, LogFilePieces.LONGEST + 1_000);
        var stopped = (Outcome.Stopped) take.take(command(), new BreaksOff(broken));
        var rest = (Outcome.Taken) take(log);

        assertThat(stopped.why()).isEqualTo(Why.BROKEN_OFF);
        assertThat(stopped.soFar().added()).isEqualTo(whole);
        assertThat(rest.read().added()).isEqualTo(log.length - whole);
        assertThat(rest.read().counts().understood()).isEqualTo(80_000);
        assertThat(kept()).isEqualTo(log);
    }

    @Test
    void aLogThatMayNotSendSoMuchIsTakenMoreSlowly() throws Exception {
        limit(1 << 20, 1 << 20);
        var log = lines(80_000);

        var taken = (Outcome.Taken) take(log);

        assertThat(taken.read().added()).isEqualTo(log.length);
        assertThat(pauses).isNotEmpty();
        assertThat(pauses.stream().mapToLong(Duration::toMillis).sum()).isBetween(1_000L, 10_000L);
    }

    @Test
    void ifThatWouldTakeTooLongItStopsAndSaysSo() throws Exception {
        limit(1024, 1024);
        var log = lines(80_000);

        var stopped = (Outcome.Stopped) take(log);

        assertThat(stopped.why()).isEqualTo(Why.LIMIT);
        assertThat(stopped.soFar().added()).isPositive().isLessThan(log.length);
        assertThat(pauses).isEmpty();
        assertThat(kept()).hasSize((int) stopped.soFar().added());
    }

    @Test
    void whileTooMuchIsUnreadItWaitsAndStopsInTheEnd() throws Exception {
        spool.isFull(true);

        var stopped = (Outcome.Stopped) take(STUFFING);
        spool.isFull(false);
        var later = (Outcome.Taken) take(STUFFING);

        assertThat(stopped.why()).isEqualTo(Why.UNREAD);
        assertThat(stopped.soFar().added()).isZero();
        assertThat(pauses).hasSizeGreaterThan(10);
        assertThat(later.read().added()).isEqualTo(STUFFING.length);
    }

    @Test
    void ofAFileOfAnotherFormatNothingIsTakenAndItsFormatIsTold() throws Exception {
        var errors =
                "2026/11/23 08:00:00 [error] 7#7: *1 open() \"/x\" failed (2: No such file or directory), client: 192.0.2.7, server: shop, request: \"GET /x HTTP/1.1\"\n"
                        .repeat(20);

        var told = take(errors.getBytes(UTF_8));
        var strange = take("what is this\n".repeat(20).getBytes(UTF_8));

        assertThat(told).isEqualTo(new Outcome.OtherFormat(LogFormat.of("nginx-error")));
        assertThat(strange).isEqualTo(new Outcome.OtherFormat(null));
        assertThat(spool.kept(SOURCE.id()).length()).isZero();
    }

    @Test
    void aFloodOfOneAddressIsTakenHoweverWellItPacks() throws Exception {
        var flood = LINE.formatted(0, 0, 0).repeat(60_000).getBytes(UTF_8);
        var packed = gzip(flood);

        var taken = (Outcome.Taken) take(packed);

        assertThat(packed.length).isLessThan(flood.length / 200);
        assertThat(taken.read().added()).isEqualTo(flood.length);
    }

    @Test
    void aBombIsHeldUpByWhatTheLogMaySendAndNotUnpackedToItsEnd() throws Exception {
        limit(1024, 1024);
        var bomb = new ByteArrayOutputStream();
        bomb.write(lines(10));
        bomb.write(new byte[64 << 20]);

        var stopped = (Outcome.Stopped) take(gzip(bomb.toByteArray()));

        assertThat(stopped.why()).isEqualTo(Why.LIMIT);
        assertThat(spool.kept(SOURCE.id()).length()).isLessThan(2L * LogFilePieces.LONGEST);
    }

    @Test
    void noFileIsReadBeyondTheMostOfOne() throws Exception {
        var bomb = gzip(new byte[32 << 20]);

        var pieces =
                new LogFilePieces(
                        new ByteArrayInputStream(bomb),
                        new Unpacking(),
                        2L * LogFilePieces.LONGEST);

        assertThat(pieces.next()).isTrue();
        assertThat(pieces.next()).isTrue();
        assertThatThrownBy(pieces::next)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("it is longer than");
    }

    @Test
    void secretsAreBlottedOutAsEverywhere() throws Exception {
        var line = LINE.formatted(1, 1, 1).replace("/1 ", "/?key=wc_order_a1B2c3D4e5F6g ");

        take(line.getBytes(UTF_8));

        assertThat(new String(kept(), UTF_8)).doesNotContain("a1B2c3D4e5F6g");
    }

    @Test
    void anEmptyFileSaysSo() throws Exception {
        assertThat(take(new byte[0])).isEqualTo(new Outcome.Empty());
        assertThat(take(gzip(new byte[0]))).isEqualTo(new Outcome.Empty());
    }

    @Test
    void aLogOfAnotherStoreIsNotThere() {
        caller = caller.within(StoreScope.NONE);
        take = newTake();

        assertThatThrownBy(() -> take(STUFFING)).isInstanceOf(NotFound.class);
    }

    private Outcome take(byte[] file) throws InterruptedException {
        return take.take(command(), new ByteArrayInputStream(file));
    }

    private static TakeLogFile.Command command() {
        return new TakeLogFile.Command(SOURCE.id());
    }

    private void limit(long rate, long burst) {
        directory.refresh(
                new SourceDirectory.Contents(
                        List.of(SOURCE),
                        List.of(),
                        List.of(new SourceLimit(SOURCE.id(), rate, burst, Version.NEW)),
                        List.of(),
                        List.of()),
                0);
    }

    private byte[] kept() throws IOException {
        try (var lines = spool.open(SOURCE.id(), spool.kept(SOURCE.id()))) {
            return lines.readAllBytes();
        }
    }

    private static byte[] lines(int count) {
        var log = new StringBuilder();
        for (int i = 0; i < count; i++) {
            log.append(LINE.formatted(i / 60 % 60, i % 60, i));
        }
        return log.toString().getBytes(UTF_8);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(content);
        }
        return out.toByteArray();
    }

    private TakeLogFile newTake() {
        var pace = new IntakePace(directory, () -> now);
        return new TakeLogFile(
                new TakingLines(directory, sources, pace, spool, watches, caller),
                new Unpacking(),
                pieces,
                DetectionSettings.DEFAULTS,
                caller,
                () -> now);
    }

    private StoreWatches watches() {
        var work = new InlineUnitOfWork();
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
        var counting = new TrafficCounting(new InMemoryTraffics(), work);
        return new StoreWatches(spool, raising, memory, counting, this::rung, () -> now);
    }

    private void rung(StoreId store, Mode mode) {
        var unused =
                new CatchUpDetection(watches).catchUp(new CatchUpDetection.Command(store, mode));
    }

    /** Unpacks as the program does, and time passes when one waits for it. */
    private final class Unpacking implements HandedIn {

        @Override
        public InputStream plain(InputStream file) throws IOException {
            var peeked = new PushbackInputStream(file, 2);
            var two = peeked.readNBytes(2);
            peeked.unread(two);
            boolean isPacked = Arrays.equals(two, new byte[] {0x1f, (byte) 0x8b});
            return isPacked ? new GZIPInputStream(peeked) : peeked;
        }

        @Override
        public void pause(Duration time) {
            pauses.add(time);
            now = now.plus(time);
        }
    }

    /** A connection that ends in the middle. */
    private static final class BreaksOff extends SequenceInputStream {

        BreaksOff(InputStream until) {
            super(
                    until,
                    new InputStream() {
                        @Override
                        public int read() throws IOException {
                            throw new IOException("connection reset");
                        }
                    });
        }
    }
}
