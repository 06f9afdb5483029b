package dev.cordon.application.detection;

import static dev.cordon.domain.detection.DetectionFixtures.SEEN;
import static dev.cordon.domain.detection.DetectionFixtures.stuffing;
import static dev.cordon.domain.detection.DetectionFixtures.successfulStuffing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SavingPaceTest {

    private final SavingPace pace = new SavingPace();

    @Test
    void aNewCampaignIsStoredEachTimeItGrows() {
        assertThat(storedWithin(15, SEEN)).isEqualTo(15);
    }

    @Test
    void aDayOfAttackIsAFewThousandRevisionsNotOneForEachSecond() {
        assertThat(storedWithin(86_400, SEEN)).isBetween(1_000, 2_000);
    }

    @Test
    void somebodyWhoGotInIsStoredAtOnce() {
        storedWithin(5_000, SEEN);
        var now = SEEN.plusSeconds(5_000);

        assertThat(pace.isDue(stuffing(31), now)).isFalse();
        assertThat(pace.isDue(successfulStuffing(31), now)).isTrue();
    }

    private int storedWithin(int seconds, Instant from) {
        int stored = 0;
        for (int second = 0; second < seconds; second++) {
            var now = from.plusSeconds(second);
            if (pace.isDue(stuffing(30), now)) {
                pace.saved(stuffing(30), now);
                stored++;
            }
        }
        return stored;
    }
}
