package dev.cordon.domain.detection.tuning;

import static dev.cordon.domain.detection.DetectionFixtures.BEGAN;
import static dev.cordon.domain.detection.DetectionFixtures.DETECTION;
import static dev.cordon.domain.detection.DetectionFixtures.SEEN;
import static dev.cordon.domain.detection.DetectionFixtures.STORE;
import static dev.cordon.domain.detection.DetectionFixtures.stuffing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.AlertOrigin;
import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.Period;
import dev.cordon.domain.detection.tuning.Difference.Change;
import dev.cordon.domain.detection.tuning.DryRunReport.Reading;
import dev.cordon.domain.kernel.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DryRunReportTest {

    @Test
    void whatWasNotRaisedIsNew() {
        assertThat(report(List.of(stuffing(30)), List.of()).count(Change.NEW)).isEqualTo(1);
    }

    @Test
    void whatWouldNotBeRaisedIsGone() {
        var report = report(List.of(), List.of(raised(stuffing(30))));

        assertThat(report.counts()).isEqualTo(Map.of(Change.GONE, 1));
        assertThat(report.differences().getFirst().alert()).isNotNull();
    }

    @Test
    void theSameCampaignIsTheSameAlsoUnderAnotherReference() {
        var found = called("other", stuffing(30));

        assertThat(report(List.of(found), List.of(raised(stuffing(30)))).counts())
                .isEqualTo(Map.of(Change.SAME, 1));
    }

    @Test
    void moreAddressesAreGrowth() {
        var report = report(List.of(stuffing(31)), List.of(raised(stuffing(30))));

        assertThat(report.counts()).isEqualTo(Map.of(Change.GROWN, 1));
    }

    @Test
    void whatBeganBeforeTheLinesThatAreKeptIsNotCalledGone() {
        var report = report(List.of(), List.of(raised(stuffing(30))), BEGAN.plusSeconds(1));

        assertThat(report.counts()).isEmpty();
    }

    @Test
    void newOnesComeFirst() {
        var report =
                report(
                        List.of(stuffing(30), called("late", later(stuffing(30)))),
                        List.of(raised(stuffing(30))));

        assertThat(report.differences())
                .extracting(Difference::change)
                .containsExactly(Change.NEW, Change.SAME);
    }

    private static DryRunReport report(List<Finding> found, List<Alert> raised) {
        return report(found, raised, BEGAN.minusSeconds(60));
    }

    private static DryRunReport report(
            List<Finding> found, List<Alert> raised, Instant wholeSince) {
        var reading =
                new Reading(
                        BEGAN.minusSeconds(60),
                        wholeSince,
                        SEEN,
                        1,
                        1,
                        Duration.ofSeconds(1),
                        Map.of(),
                        List.of());
        return DryRunReport.of(reading, found, raised);
    }

    private static Alert raised(Finding finding) {
        return Alert.raise(
                        new AlertId(new UUID(0, 7)),
                        STORE,
                        AlertOrigin.ofDetection(Mode.LIVE, finding.reference()),
                        Mode.LIVE,
                        finding,
                        SEEN,
                        SEEN,
                        DETECTION)
                .state();
    }

    private static Finding called(String reference, Finding finding) {
        return new Finding(
                reference,
                finding.verdict(),
                finding.period(),
                finding.attackers(),
                finding.proof());
    }

    /** A day later. */
    private static Finding later(Finding finding) {
        var period = finding.period();
        var day = Duration.ofDays(1);
        return new Finding(
                finding.reference(),
                finding.verdict(),
                new Period(
                        period.startedAt().plus(day),
                        period.lastSeenAt().plus(day),
                        period.detectedAt().plus(day)),
                finding.attackers(),
                finding.proof());
    }
}
