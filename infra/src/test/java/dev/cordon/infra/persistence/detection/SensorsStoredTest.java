package dev.cordon.infra.persistence.detection;

import static dev.cordon.domain.detection.DetectionFixtures.DETECTION;
import static dev.cordon.domain.detection.DetectionFixtures.RITA;
import static dev.cordon.domain.detection.DetectionFixtures.SEEN;
import static dev.cordon.domain.detection.DetectionFixtures.SOURCE;
import static dev.cordon.domain.detection.DetectionFixtures.STORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.detection.BlindSpans;
import dev.cordon.application.detection.LogSources;
import dev.cordon.application.detection.SensorPlans;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.sensor.BlindSpan;
import dev.cordon.domain.detection.sensor.Blindness;
import dev.cordon.domain.detection.sensor.Rhythm;
import dev.cordon.domain.detection.sensor.SensorPlan;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.infra.persistence.Acting;
import dev.cordon.infra.persistence.Emptied;
import dev.cordon.infra.persistence.PersistenceTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

@PersistenceTest
class SensorsStoredTest {

    private static final AlertId ALERT = new AlertId(new UUID(0, 77));

    private final BlindSpans spans;
    private final SensorPlans plans;
    private final LogSources sources;
    private final Acting acting;
    private final Emptied database;

    SensorsStoredTest(
            BlindSpans spans,
            SensorPlans plans,
            LogSources sources,
            Acting acting,
            Emptied database) {
        this.spans = spans;
        this.plans = plans;
        this.sources = sources;
        this.acting = acting;
        this.database = database;
    }

    @BeforeEach
    void aLog() {
        database.empty();
        acting.as(
                DETECTION,
                "AddLogSource",
                () -> sources.save(LogSource.add(SOURCE, DETECTION, SEEN)));
    }

    @Test
    void aSpanReadsBackTheSameAndEnds() {
        var begun = span(1, Blindness.SILENT, SEEN, null);
        spans.begin(begun);
        assertThat(spans.lasting(SOURCE.id())).containsExactly(begun);
        assertThat(spans.latestEnded(SOURCE.id(), Blindness.SILENT)).isEmpty();

        var ended = begun.toldBy(ALERT).ended(SEEN.plusSeconds(90));
        spans.change(ended);

        assertThat(spans.lasting(SOURCE.id())).isEmpty();
        assertThat(spans.latestEnded(SOURCE.id(), Blindness.SILENT)).contains(ended);
    }

    @Test
    void oneReasonLastsOnce() {
        spans.begin(span(1, Blindness.SILENT, SEEN, null));
        spans.begin(span(2, Blindness.LAGGING, SEEN, null));

        assertThatThrownBy(() -> spans.begin(span(3, Blindness.SILENT, SEEN.plusSeconds(9), null)))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void theTimesOfAStoreThatWereNotSeenAreFoundEvenInPart() {
        var early = span(1, Blindness.SILENT, at(0), at(10));
        var later = span(2, Blindness.SILENT, at(20), at(30));
        var lasting = span(3, Blindness.UNPARSABLE, at(40), null);
        List.of(early, later, lasting).forEach(spans::begin);

        assertThat(spans.within(STORE, at(9), at(20))).containsExactly(early, later);
        assertThat(spans.within(STORE, at(31), at(39))).isEmpty();
        assertThat(spans.within(STORE, at(50), at(60))).containsExactly(lasting);
        assertThat(spans.within(new StoreId(new UUID(0, 99)), at(0), at(60))).isEmpty();
        assertThat(spans.of(SOURCE.id(), at(30))).containsExactly(lasting, later);
    }

    @Test
    void whatIsExpectedReadsBackTheSameAndNobodyOverwritesIt() {
        assertThat(plans.of(SOURCE)).isEqualTo(SensorPlan.usual(SOURCE));

        expect(plans.of(SOURCE), new Rhythm(Duration.ofMinutes(7)), SEEN.plusSeconds(600));

        var kept = plans.of(SOURCE);
        assertThat(kept.rhythm()).isEqualTo(new Rhythm(Duration.ofMinutes(7)));
        assertThat(kept.quietUntil()).isEqualTo(SEEN.plusSeconds(600));
        assertThatThrownBy(() -> expect(SensorPlan.usual(SOURCE), null, null))
                .isInstanceOf(StaleVersion.class);

        expect(kept, null, null);
        assertThat(plans.of(SOURCE).rhythm()).isNull();
        assertThat(plans.of(SOURCE).quietUntil()).isNull();
    }

    private void expect(SensorPlan plan, @Nullable Rhythm rhythm, @Nullable Instant quietUntil) {
        acting.as(
                RITA,
                "PlanSensor",
                () -> plans.save(plan.expect(rhythm, quietUntil, "as agreed", RITA, SEEN)));
    }

    private static Instant at(int minute) {
        return SEEN.plus(Duration.ofMinutes(minute));
    }

    private static BlindSpan span(int id, Blindness why, Instant from, @Nullable Instant until) {
        return new BlindSpan(new UUID(0, id), SOURCE.id(), STORE, why, from, until, null);
    }
}
