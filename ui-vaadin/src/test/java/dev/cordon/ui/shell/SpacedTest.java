package dev.cordon.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpacedTest {

    private final List<String> screen = new ArrayList<>();
    private long now;
    private final Spaced spaced =
            new Spaced(() -> now, (done, total) -> screen.add(done + "/" + total));

    @Test
    void theFirstPercentAndTheLastAreAlwaysSaid() {
        spaced.reached(1, 1_000);
        spaced.reached(999, 1_000);
        spaced.reached(1_000, 1_000);

        assertThat(screen).containsExactly("1/1000", "1000/1000");
    }

    @Test
    void nothingIsSaidWithinAPercentHoweverLongItTakes() {
        for (int byByte = 0; byByte < 10; byByte++) {
            now += Duration.ofSeconds(9).toNanos();
            spaced.reached(byByte, 1_000);
        }

        assertThat(screen).containsExactly("0/1000");
    }

    @Test
    void aPercentIsSaidOnceThereWasTimeToReadTheOneBefore() {
        for (int percent = 0; percent < 10; percent++) {
            spaced.reached(percent, 100);
            now += Duration.ofMillis(100).toNanos();
        }

        assertThat(screen).containsExactly("0/100", "3/100", "6/100", "9/100");
    }

    @Test
    void sizesAboveHalfOfAllNumbersAreNoTrouble() {
        spaced.reached(Long.MAX_VALUE / 2, Long.MAX_VALUE);
        spaced.reached(0, 0);

        assertThat(screen).containsExactly(Long.MAX_VALUE / 2 + "/" + Long.MAX_VALUE, "0/0");
    }
}
