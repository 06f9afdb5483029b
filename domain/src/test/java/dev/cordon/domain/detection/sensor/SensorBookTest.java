package dev.cordon.domain.detection.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.sensor.SensorBook.Gap;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SensorBookTest {

    private static final String RUN = "0123456789abcdef";
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    @Test
    void theFirstBatchFollowsWhateverItsNumber() {
        assertThat(SensorBook.EMPTY.heard(RUN, 17, NOON).gaps()).isEmpty();
    }

    @Test
    void aNumberThatWasLeftOutIsAGapSinceTheLastBatch() {
        var book = heard(1).heard(RUN, 3, NOON.plusSeconds(60));

        assertThat(book.gaps()).containsExactly(new Gap(NOON, NOON.plusSeconds(60)));
        assertThat(book.heard(RUN, 4, NOON.plusSeconds(120)).gaps()).hasSize(1);
    }

    @Test
    void aNumberThatCameBeforeWithOtherContentIsAGap() {
        assertThat(heard(7).heard(RUN, 7, NOON.plusSeconds(60)).gaps()).hasSize(1);
    }

    @Test
    void anotherInstallationIsAGap() {
        assertThat(heard(1).heard("fedcba9876543210", 2, NOON).gaps()).hasSize(1);
    }

    @Test
    void whatPeopleWereToldOfIsForgotten() {
        var book = heard(1).heard(RUN, 3, NOON.plusSeconds(1));
        var later = book.heard(RUN, 9, NOON.plusSeconds(2));

        assertThat(later.told(book.gaps()).gaps())
                .containsExactly(new Gap(NOON.plusSeconds(1), NOON.plusSeconds(2)));
    }

    @Test
    void aClockThatWentBackMakesNoGapThatEndsBeforeItBegins() {
        var book = heard(1).heard(RUN, 3, NOON.minusSeconds(60));

        assertThat(book.gaps().getFirst().from()).isEqualTo(NOON.minusSeconds(60));
    }

    @Test
    void gapsDoNotGrowWithoutBound() {
        var book = heard(1);
        for (int i = 0; i < 300; i++) {
            book = book.heard(RUN, 3L * i + 10, NOON);
        }

        assertThat(book.gaps()).hasSize(100);
    }

    @Test
    void aBatchThatIsKeptAlreadyIsCountedOnceAndLeavesNoGap() {
        var later = NOON.plusSeconds(60);

        assertThat(heard(7).heardAgain(RUN, 7, later)).isEqualTo(heard(7));
        assertThat(heard(7).heardAgain(RUN, 8, later)).isEqualTo(heard(7).heard(RUN, 8, later));
        assertThat(SensorBook.EMPTY.heardAgain(RUN, 1, later).gaps()).isEmpty();
    }

    private static SensorBook heard(long sequence) {
        return SensorBook.EMPTY.heard(RUN, sequence, NOON);
    }
}
