package dev.cordon.infra.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RequestRateTest {

    private Instant now = Instant.parse("2026-11-23T02:00:00Z");
    private final RequestRate rate = new RequestRate(3, Duration.ofSeconds(1), () -> now);

    @Test
    void aBurstIsAllowedAndThenNoMore() {
        assertThat(rate.take("rita")).isTrue();
        assertThat(rate.take("rita")).isTrue();
        assertThat(rate.take("rita")).isTrue();

        assertThat(rate.take("rita")).isFalse();
    }

    @Test
    void oneMoreIsAllowedAfterAWhileAndNotTwo() {
        spend();

        now = now.plusSeconds(1);

        assertThat(rate.take("rita")).isTrue();
        assertThat(rate.take("rita")).isFalse();
    }

    @Test
    void whoeverWaitsLongGetsTheWholeBurstAndNoMore() {
        spend();

        now = now.plusSeconds(3600);

        spend();
        assertThat(rate.take("rita")).isFalse();
    }

    @Test
    void nobodyIsLockedOutByAClockThatIsPutBack() {
        now = now.plusSeconds(3600);
        spend();

        now = now.minusSeconds(3600);

        spend();
        assertThat(rate.take("rita")).isFalse();
    }

    @Test
    void nobodyPaysForSomebodyElse() {
        spend();

        assertThat(rate.take("carla")).isTrue();
    }

    private void spend() {
        for (int i = 0; i < 3; i++) {
            assertThat(rate.take("rita")).isTrue();
        }
    }
}
