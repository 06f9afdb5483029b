package dev.cordon.infra.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecordedAttackTest {

    private final RecordedAttack attack = RecordedAttack.load();

    @Test
    void movedLineDiffersInItsTimeAlone() {
        var recorded = attack.lines(Duration.ZERO, Duration.ofSeconds(1), Duration.ZERO);

        var moved = attack.lines(Duration.ZERO, Duration.ofSeconds(1), Duration.ofHours(16));

        assertThat(moved.getFirst())
                .isEqualTo(recorded.getFirst().replace("23/Nov/2026:08:17", "24/Nov/2026:00:17"))
                .contains("[24/Nov/2026:00:17:54 +0000]");
    }

    @Test
    void partsMakeTheWholeAndNoLineComesTwice() {
        var step = Duration.ofMillis(700);
        int parts = 0;
        for (var at = Duration.ZERO; at.compareTo(attack.length()) <= 0; at = at.plus(step)) {
            parts += attack.lines(at, at.plus(step), Duration.ZERO).size();
        }

        assertThat(parts).isEqualTo(1003);
    }
}
