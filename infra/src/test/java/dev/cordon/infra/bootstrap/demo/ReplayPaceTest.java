package dev.cordon.infra.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayPaceTest {

    private static final Instant BEGUN = Instant.parse("2027-03-04T10:00:00Z");

    private final RecordedAttack attack = RecordedAttack.load();

    @ParameterizedTest
    @ValueSource(doubles = {1, 2.5, 20})
    void noReplayedLineLiesInTheFuture(double speed) {
        var pace = pace(speed);
        var shift = pace.shift(attack.begin(), BEGUN);

        for (int second = 0; second <= 120; second++) {
            var elapsed = Duration.ofSeconds(second);

            var played = attack.begin().plus(pace.due(elapsed)).plus(shift);

            assertThat(played).isBeforeOrEqualTo(BEGUN.plus(elapsed));
        }
    }

    @Test
    void replayIsOverWithinAMinute() {
        var pace = pace(2.5);

        assertThat(pace.lasts()).isLessThan(Duration.ofMinutes(1));
        assertThat(pace.due(pace.lasts().plusMillis(1))).isEqualTo(pace.whole());
    }

    @Test
    void twentyFiveAddressesHaveFailedWithinTwentySeconds() {
        var due = pace(2.5).due(Duration.ofSeconds(20));

        var failing =
                attack.lines(Duration.ZERO, due, Duration.ZERO).stream()
                        .filter(line -> line.contains("\"POST /my-account/ HTTP/1.1\" 200 "))
                        .map(line -> line.substring(0, line.indexOf(' ')))
                        .distinct();

        assertThat(failing).hasSizeGreaterThan(25);
    }

    private ReplayPace pace(double speed) {
        return new ReplayPace(attack.length().plusSeconds(1), speed);
    }
}
