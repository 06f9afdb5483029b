package dev.cordon.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.evidence.EvidenceFixtures;
import dev.cordon.domain.evidence.EvidenceItem;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class KeepUntilTest {

    private static final EvidenceItem ITEM = EvidenceFixtures.anItem();
    private static final LocalDate NOW =
            LocalDate.ofInstant(ITEM.custody().keepUntil(), ZoneOffset.UTC);

    private final KeepUntil field = new KeepUntil(ITEM);

    @Test
    void anItemIsKeptToTheEndOfTheDayAndNoShorterThanBefore() {
        field.setValue(NOW);

        assertThat(field.isReady()).isTrue();
        assertThat(field.moment())
                .isEqualTo(NOW.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
                .isAfter(ITEM.custody().keepUntil());
    }

    @Test
    void noDayAndADayThatIsTooSoonOrTooLateAreNotTaken() {
        assertThat(field.isReady()).isFalse();
        assertThat(field.isInvalid()).isTrue();

        field.setValue(NOW.minusDays(1));
        assertThat(field.isReady()).isFalse();

        field.setValue(NOW.plusYears(101));
        assertThat(field.isReady()).isFalse();
    }
}
