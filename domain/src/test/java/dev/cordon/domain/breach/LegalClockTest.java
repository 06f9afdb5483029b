package dev.cordon.domain.breach;

import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.breach.DutyRule.Anchor;
import dev.cordon.domain.breach.DutyRule.Audience;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LegalClockTest {

    private static final DutyRule ART_33 = rule(new DutyRule.Clock(72, Anchor.AWARE));

    @Test
    void seventyTwoHoursElapseOverTheWeekendAndTheChangeOfTheClocks() {
        var fridayBeforeTheChange = Instant.parse("2026-10-23T18:00:00+02:00");

        var clock = LegalClock.started(ART_33, fridayBeforeTheChange);

        assertThat(clock.dueAt()).isEqualTo(Instant.parse("2026-10-26T17:00:00+01:00"));
    }

    @Test
    void itPressesInItsLastQuarterAndIsLateAfterwards() {
        var clock = LegalClock.started(ART_33, NOON);

        assertThat(clock.isPressing(NOON.plus(Duration.ofHours(54)))).isFalse();
        assertThat(clock.isPressing(NOON.plus(Duration.ofHours(55)))).isTrue();
        assertThat(clock.isLate(NOON.plus(Duration.ofHours(72)))).isFalse();
        assertThat(clock.isLate(NOON.plus(Duration.ofHours(72)).plusMillis(1))).isTrue();
    }

    @Test
    void withoutUndueDelayHasNoDueTimeAndIsNeverLate() {
        var clock = LegalClock.started(rule(null), NOON);

        assertThat(clock.dueAt()).isNull();
        assertThat(clock.isLate(NOON.plus(Duration.ofDays(30)))).isFalse();
    }

    private static DutyRule rule(DutyRule.Clock clock) {
        return new DutyRule(
                "EU_GDPR/art33_1", "EU GDPR", "2026-11-23", Audience.AUTHORITY, "", "", clock);
    }
}
