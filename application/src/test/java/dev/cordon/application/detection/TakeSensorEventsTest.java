package dev.cordon.application.detection;

import static dev.cordon.domain.detection.DetectionFixtures.DETECTION;
import static dev.cordon.domain.detection.DetectionFixtures.SOURCE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cordon.application.kernel.CountingIds;
import dev.cordon.application.kernel.InlineUnitOfWork;
import dev.cordon.application.kernel.TestCaller;
import dev.cordon.application.store.InMemoryStoreCredentials;
import dev.cordon.application.store.InMemoryStores;
import dev.cordon.application.store.SensorBatch;
import dev.cordon.domain.detection.engine.DetectionSettings;
import dev.cordon.domain.detection.intake.SensorDoor;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.detection.sensor.SensorBook;
import dev.cordon.domain.kernel.StoreScope;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TakeSensorEventsTest {

    private static final Instant START = Instant.parse("2026-11-26T10:00:00Z");
    private static final String SECRET = "s".repeat(43);
    private static final String RUN = "0123456789abcdef";

    private final InMemorySourceDirectory directory = new InMemorySourceDirectory();
    private final InMemoryLogSpool spool = new InMemoryLogSpool();
    private final Books books = new Books();
    private final TestCaller caller = new TestCaller(DETECTION, StoreScope.ALL);
    private int sent;
    private Instant now = START;

    @BeforeEach
    void aStoreWithASensor() {
        var door = new SensorDoor(new UUID(0, 5), SOURCE.id(), SOURCE.store(), List.of(SECRET));
        directory.refresh(
                new SourceDirectory.Contents(
                        List.of(SOURCE), List.of(), List.of(), List.of(), List.of(door)),
                0);
    }

    @Test
    void batchesThatFollowEachOtherAreCounted() throws Exception {
        assertThat(send(1)).isPositive();
        assertThat(send(2)).isPositive();

        assertThat(book().last()).isEqualTo(2);
        assertThat(book().gaps()).isEmpty();
    }

    @Test
    void aBatchThatWasKeptButNotCountedIsCountedWhenItIsSentAgain() throws Exception {
        send(1);
        books.away = true;
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> send(2));
        books.away = false;

        assertThat(send(2)).isZero();
        send(3);

        assertThat(book().last()).isEqualTo(3);
        assertThat(book().gaps()).isEmpty();
    }

    @Test
    void aBatchThatWasCountedIsNotCountedTwice() throws Exception {
        send(1);
        send(2);
        var counted = book();
        now = now.plusSeconds(60);

        assertThat(send(2)).isZero();

        assertThat(book()).isEqualTo(counted);
    }

    @Test
    void aBatchThatIsMissingLeavesAGap() throws Exception {
        send(1);
        send(3);

        assertThat(book().gaps()).hasSize(1);
    }

    private SensorBook book() {
        return books.of(SOURCE.id());
    }

    /** Each time with another nonce, as a sensor does. */
    private long send(long sequence) throws IOException, SensorRefused {
        var body = ("{\"batch\":" + sequence + "}").getBytes(UTF_8);
        var nonce = "%032x".formatted(++sent);
        long at = now.getEpochSecond();
        var signature =
                SensorBatch.sign(SECRET, SOURCE.id().value(), RUN, sequence, at, nonce, body);
        var batch = new SensorBatch(RUN, sequence, at, nonce, signature, body);
        return take.take(
                        new TakeSensorEvents.Command(SOURCE.id(), batch),
                        _ -> new ByteArrayInputStream(body))
                .taken();
    }

    /** They may be away, as after a kill between the two. */
    private static final class Books implements SensorBooks {

        private final InMemorySensorBooks kept = new InMemorySensorBooks();
        private boolean away;

        @Override
        public SensorBook of(SourceId source) {
            return kept.of(source);
        }

        @Override
        public void write(SourceId source, UnaryOperator<SensorBook> entry) throws IOException {
            if (away) {
                throw new IOException("away");
            }
            kept.write(source, entry);
        }
    }

    private static final class OpenSeal implements SecretSeal {

        @Override
        public String seal(UUID id, String secret) {
            return secret;
        }

        @Override
        public String open(UUID id, String closed) {
            return closed;
        }
    }

    private final TakeSensorEvents take = taking();

    private TakeSensorEvents taking() {
        var work = new InlineUnitOfWork();
        var seal = new OpenSeal();
        var ids = new CountingIds();
        var sources = new InMemoryLogSources();
        return new TakeSensorEvents(
                directory,
                seal,
                new SensorNonces(),
                books,
                new SensorKeyTakeOver(
                        new InMemoryStores(),
                        new InMemoryStoreCredentials(),
                        new SensorDoorKeeping(
                                new InMemorySensorDoors(),
                                sources,
                                new InMemorySensorPlans(),
                                seal,
                                caller,
                                ids,
                                () -> now),
                        work,
                        caller,
                        () -> now),
                new TakingLines(
                        directory,
                        sources,
                        new IntakePace(directory, () -> now),
                        spool,
                        watches(work, ids),
                        caller),
                caller,
                () -> now);
    }

    private StoreWatches watches(InlineUnitOfWork work, CountingIds ids) {
        return new StoreWatches(
                spool,
                new RaisingAlerts(
                        new InMemoryAlerts(),
                        new Silence(new InMemorySuppressions()),
                        work,
                        ids,
                        () -> now),
                new EngineMemory(
                        new InMemoryDetectionStates(),
                        new RulesInForce(
                                new InMemoryRuleVersions(),
                                new PackTexts(),
                                DetectionSettings.DEFAULTS,
                                work),
                        ids),
                new TrafficCounting(new InMemoryTraffics(), work),
                (_, _) -> {},
                () -> now);
    }
}
