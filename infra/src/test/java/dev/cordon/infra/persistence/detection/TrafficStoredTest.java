package dev.cordon.infra.persistence.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.detection.Traffics;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.detection.log.Traffic;
import dev.cordon.domain.detection.log.TrafficCounts;
import dev.cordon.domain.detection.log.TrafficStep;
import dev.cordon.infra.persistence.Acting;
import dev.cordon.infra.persistence.Emptied;
import dev.cordon.infra.persistence.PersistenceTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PersistenceTest
class TrafficStoredTest {

    private static final SourceId SHOP = new SourceId("shop-access");
    private static final SourceId OTHER = new SourceId("other-access");
    private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");
    private static final TrafficCounts SOME =
            new TrafficCounts(13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1);

    private final Traffics traffics;
    private final Acting acting;
    private final Emptied database;

    TrafficStoredTest(Traffics traffics, Acting acting, Emptied database) {
        this.traffics = traffics;
        this.acting = acting;
        this.database = database;
    }

    @BeforeEach
    void empty() {
        database.empty();
    }

    @Test
    void numbersAreReadBackByStepAndTimeForTheirLogAlone() {
        add(SHOP, 0, 90, minute(TEN), minute(TEN.plusSeconds(60)), hour(TEN));
        add(OTHER, 0, 50, minute(TEN));

        assertThat(minutes(SHOP)).containsExactly(minute(TEN), minute(TEN.plusSeconds(60)));
        assertThat(traffics.between(SHOP, TrafficStep.MINUTE, TEN, TEN.plusSeconds(60)))
                .containsExactly(minute(TEN));
        assertThat(traffics.between(SHOP, TrafficStep.HOUR, TEN, TEN.plusSeconds(1)))
                .containsExactly(hour(TEN));
        assertThat(traffics.countedTo(SHOP)).isEqualTo(90);
        assertThat(traffics.countedTo(OTHER)).isEqualTo(50);
    }

    @Test
    void whatComesLaterIsAddedAndTheSameAgainIsNot() {
        add(SHOP, 0, 90, minute(TEN));
        add(SHOP, 90, 120, minute(TEN));
        add(SHOP, 90, 120, minute(TEN));
        add(SHOP, 0, 90, minute(TEN));

        assertThat(minutes(SHOP))
                .containsExactly(new Traffic.Part(TrafficStep.MINUTE, TEN, SOME.plus(SOME)));
        assertThat(traffics.countedTo(SHOP)).isEqualTo(120);
    }

    @Test
    void whatIsOverGoesByItsStep() {
        add(SHOP, 0, 90, minute(TEN), minute(TEN.plusSeconds(60)), hour(TEN));

        acting.asNobody(
                () -> {
                    traffics.forget(TrafficStep.MINUTE, TEN.plusSeconds(60));
                    traffics.forget(TrafficStep.HOUR, TEN);
                });

        assertThat(minutes(SHOP)).containsExactly(minute(TEN.plusSeconds(60)));
        assertThat(traffics.between(SHOP, TrafficStep.HOUR, TEN, TEN.plusSeconds(1))).hasSize(1);
    }

    private void add(SourceId source, long seen, long to, Traffic.Part... parts) {
        acting.asNobody(() -> traffics.add(source, seen, new Traffic(to, List.of(parts))));
    }

    private List<Traffic.Part> minutes(SourceId source) {
        return traffics.between(source, TrafficStep.MINUTE, TEN, TEN.plus(Duration.ofHours(1)));
    }

    private static Traffic.Part minute(Instant at) {
        return new Traffic.Part(TrafficStep.MINUTE, at, SOME);
    }

    private static Traffic.Part hour(Instant at) {
        return new Traffic.Part(TrafficStep.HOUR, at, SOME);
    }
}
