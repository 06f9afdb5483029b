package dev.cordon.ui.detection;

import static dev.cordon.domain.detection.DetectionFixtures.BEGAN;
import static dev.cordon.domain.detection.DetectionFixtures.address;
import static dev.cordon.domain.detection.DetectionFixtures.facts;
import static dev.cordon.domain.detection.DetectionFixtures.finding;
import static dev.cordon.domain.detection.DetectionFixtures.stuffing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.AddressFacts;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.Attackers;
import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.Period;
import dev.cordon.domain.detection.Sign;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlertActivityTest {

    private static final Instant EIGHT = Instant.parse("2026-11-23T08:00:00Z");

    @Test
    void anAddressIsActiveFromItsFirstPartToItsLast() {
        var activity =
                AlertActivity.of(
                        over(
                                Duration.ofMinutes(20),
                                seen("198.51.100.1", 0, 20),
                                seen("198.51.100.2", 3, 4),
                                seen("198.51.100.3", 20, 20)));

        assertThat(activity.length()).isEqualTo(Duration.ofMinutes(1));
        assertThat(activity.parts()).hasSize(21);
        assertThat(active(activity, 0)).isEqualTo(1);
        assertThat(active(activity, 3)).isEqualTo(2);
        assertThat(active(activity, 4)).isEqualTo(2);
        assertThat(active(activity, 5)).isEqualTo(1);
        assertThat(active(activity, 20)).isEqualTo(2);
        assertThat(activity.parts().get(20).began()).isEqualTo(1);
        assertThat(activity.highest()).isEqualTo(2);
    }

    @Test
    void aMomentIsOnePart() {
        var one = finding(AttackKind.SCANNER, List.of(facts("192.0.2.7", 1, 0, BEGAN)), List.of());

        assertThat(AlertActivity.of(one).parts())
                .singleElement()
                .isEqualTo(new AlertActivity.Part(BEGAN, 1, 1));
    }

    @Test
    void monthsFitTheDrawingToo() {
        var activity = AlertActivity.of(over(Duration.ofDays(5_000), seen("192.0.2.7", 0, 1)));

        assertThat(activity.parts()).hasSizeLessThanOrEqualTo(32);
        assertThat(activity.parts().getLast().active()).isZero();
    }

    private static int active(AlertActivity activity, int place) {
        return activity.parts().get(place).active();
    }

    private static AddressFacts seen(String address, int from, int to) {
        return new AddressFacts(
                address(address),
                2,
                0,
                EIGHT.plus(Duration.ofMinutes(from)),
                EIGHT.plus(Duration.ofMinutes(to)),
                Set.of(Sign.NO_REFERER));
    }

    private static Finding over(Duration whole, AddressFacts... addresses) {
        var like = stuffing(1);
        return new Finding(
                like.reference(),
                like.verdict(),
                new Period(EIGHT, EIGHT.plus(whole), EIGHT),
                new Attackers(List.of(addresses), 0, List.of(), List.of(), 0),
                like.proof());
    }
}
