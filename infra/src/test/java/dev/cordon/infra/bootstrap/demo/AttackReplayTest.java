package dev.cordon.infra.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttackReplayTest {

    private static final Instant BEGUN = Instant.parse("2027-03-04T10:00:00Z");

    private final RecordedAttack attack = RecordedAttack.load();
    private final Duration whole = attack.length().plusSeconds(1);
    private final Duration shift = AttackReplay.shift(attack.begin(), whole, BEGUN);

    @Test
    void noReplayedLineLiesInTheFuture() {
        for (int second = 0; second <= 60; second++) {
            var elapsed = Duration.ofSeconds(second);

            var played = attack.begin().plus(AttackReplay.due(elapsed, whole)).plus(shift);

            assertThat(played).isBeforeOrEqualTo(BEGUN.plus(elapsed));
        }
    }

    @Test
    void replayIsOverWithinAMinute() {
        assertThat(AttackReplay.due(Duration.ofSeconds(50), whole)).isEqualTo(whole);
    }

    @Test
    void twentyFiveAddressesHaveFailedWithinTwentySeconds() {
        var lines =
                attack.lines(Duration.ZERO, AttackReplay.due(Duration.ofSeconds(20), whole), shift);

        var failing =
                lines.stream()
                        .filter(line -> line.contains("\"POST /my-account/ HTTP/1.1\" 200 "))
                        .map(line -> line.substring(0, line.indexOf(' ')))
                        .distinct();

        assertThat(failing).hasSizeGreaterThan(25);
    }
}
