package dev.cordon.domain.detection;

import static dev.cordon.domain.detection.DetectionFixtures.ALERT;
import static dev.cordon.domain.detection.DetectionFixtures.BEGAN;
import static dev.cordon.domain.detection.DetectionFixtures.DETECTION;
import static dev.cordon.domain.detection.DetectionFixtures.INCIDENT;
import static dev.cordon.domain.detection.DetectionFixtures.OMAR;
import static dev.cordon.domain.detection.DetectionFixtures.RITA;
import static dev.cordon.domain.detection.DetectionFixtures.SEEN;
import static dev.cordon.domain.detection.DetectionFixtures.STORE;
import static dev.cordon.domain.detection.DetectionFixtures.raised;
import static dev.cordon.domain.detection.DetectionFixtures.stuffing;
import static dev.cordon.domain.detection.DetectionFixtures.successfulStuffing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.domain.detection.AlertEvent.AlertGrew;
import dev.cordon.domain.detection.AlertEvent.AlertReopened;
import dev.cordon.domain.detection.AlertPhase.Closed;
import dev.cordon.domain.detection.AlertPhase.Escalated;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.kernel.Mode;
import org.junit.jupiter.api.Test;

class AlertTest {

    @Test
    void isMediumWhileNobodyGotInAndHighOnceSomebodyDid() {
        var quiet = raised(stuffing(30)).state();

        var worse = quiet.grow(successfulStuffing(30), SEEN, DETECTION).orElseThrow();

        assertThat(quiet.severity()).isEqualTo(AlertSeverity.MEDIUM);
        assertThat(worse.state().severity()).isEqualTo(AlertSeverity.HIGH);
    }

    @Test
    void occurredWhenTheCampaignBeganNotWhenItWasSeen() {
        var alert = raised(stuffing(30)).state();

        assertThat(alert.occurredAt()).isEqualTo(BEGAN);
        assertThat(alert.detectedAt()).isEqualTo(SEEN);
    }

    @Test
    void seeingTheSameAgainIsNoNews() {
        var alert = raised(stuffing(30)).state();

        assertThat(alert.grow(stuffing(30), SEEN, DETECTION)).isEmpty();
    }

    @Test
    void aPartialViewTakesNothingBack() {
        var alert = raised(successfulStuffing(40)).state();

        assertThat(alert.grow(stuffing(7), SEEN, DETECTION)).isEmpty();
    }

    @Test
    void growthNamesOldAndNewAddressesOnce() {
        var alert = raised(stuffing(25)).state();

        var grown = alert.grow(stuffing(40), SEEN, DETECTION).orElseThrow();

        assertThat(grown.state().finding().addresses())
                .extracting(facts -> facts.address().toString())
                .hasSize(40)
                .doesNotHaveDuplicates()
                .startsWith("198.51.100.20");
        assertThat(grown.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        AlertGrew.class, grew -> assertThat(grew.addresses()).isEqualTo(40));
    }

    @Test
    void aDismissedAlertStaysClosedWhileTheCampaignOnlyGoesOn() {
        var closed = dismissed(raised(stuffing(25)).state());

        var grown = closed.grow(stuffing(40), SEEN, DETECTION).orElseThrow();

        assertThat(grown.state().status()).isEqualTo(AlertStatus.CLOSED);
    }

    @Test
    void aDismissedAlertComesBackWhenSomebodyGotIn() {
        var closed = dismissed(raised(stuffing(25)).state());

        var grown = closed.grow(successfulStuffing(25), SEEN, DETECTION).orElseThrow();

        assertThat(grown.state().status()).isEqualTo(AlertStatus.NEW);
        assertThat(grown.state().takenBy()).isNull();
        assertThat(grown.events()).hasAtLeastOneElementOfType(AlertReopened.class);
    }

    @Test
    void anotherPersonMayTakeOverButNobodyTakesTwice() {
        var taken = raised(stuffing(25)).state().take(RITA, SEEN).state();

        var takenOver = taken.take(OMAR, SEEN).state();

        assertThat(takenOver.takenBy()).isEqualTo(OMAR);
        assertThatThrownBy(() -> taken.take(RITA, SEEN)).isInstanceOf(IllegalTransition.class);
    }

    @Test
    void anEscalatedAlertKnowsItsIncidentAndIsNotDecidedAgain() {
        var escalated = raised(stuffing(25)).state().escalate(INCIDENT, RITA, SEEN).state();

        assertThat(escalated.phase()).isEqualTo(new Escalated(INCIDENT, RITA, SEEN));
        assertThatThrownBy(() -> dismissed(escalated)).isInstanceOf(IllegalTransition.class);
        assertThatThrownBy(() -> escalated.escalate(INCIDENT, RITA, SEEN))
                .isInstanceOf(IllegalTransition.class);
    }

    @Test
    void anEscalatedAlertStillGrows() {
        var escalated = raised(stuffing(25)).state().escalate(INCIDENT, RITA, SEEN).state();

        var grown = escalated.grow(successfulStuffing(40), SEEN, DETECTION).orElseThrow();

        assertThat(grown.state().status()).isEqualTo(AlertStatus.ESCALATED);
        assertThat(grown.state().finding().successes()).isEqualTo(1);
    }

    @Test
    void aDismissalSaysWhy() {
        var alert = raised(stuffing(25)).state();

        assertThatThrownBy(() -> alert.dismiss(AlertResolution.FALSE_POSITIVE, "  ", RITA, SEEN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(dismissed(alert).phase()).isInstanceOf(Closed.class);
    }

    @Test
    void anAlertIsNotMergedIntoItself() {
        var alert = raised(stuffing(25)).state();

        assertThatThrownBy(() -> alert.merge(alert, RITA, SEEN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Alert dismissed(Alert alert) {
        return alert.dismiss(AlertResolution.FALSE_POSITIVE, "A load test of ours.", RITA, SEEN)
                .state();
    }

    @Test
    void whatIsToldFromOutsideGoesByItsOwnTitleAndItsLatestWords() {
        var first = new AlertNote("Cards tried", "", null);
        var finding = stuffing(3);
        var alert =
                Alert.raise(
                                ALERT,
                                STORE,
                                new AlertOrigin(AlertOrigin.API, "bank", "1"),
                                Mode.LIVE,
                                finding,
                                first,
                                SEEN,
                                SEEN,
                                RITA)
                        .state();
        var later = new AlertNote("Cards tried again", "20 of them", "https://bank.example/1");

        var grown = alert.grow(finding, later, SEEN, RITA).orElseThrow().state();

        assertThat(alert.title()).isEqualTo("Cards tried");
        assertThat(grown.note()).isEqualTo(later);
        assertThat(alert.grow(finding, first, SEEN, RITA)).isEmpty();
        assertThat(raised(finding).state().title()).isNull();
    }

    @Test
    void onlyWhatWasDecidedIsTakenBack() {
        var untouched = raised(stuffing(3)).state();
        var escalated = untouched.escalate(INCIDENT, RITA, SEEN).state();

        assertThatThrownBy(() -> untouched.takeBack(null, RITA, SEEN))
                .isInstanceOf(IllegalTransition.class);
        assertThatThrownBy(() -> escalated.takeBack(null, RITA, SEEN))
                .isInstanceOf(IllegalTransition.class);
    }

    @Test
    void aNoteIsOneLineWithALinkThatIsAWebAddress() {
        assertThatThrownBy(() -> new AlertNote("two\nlines", "", null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AlertNote("title", "", "javascript:alert(1)"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new AlertNote("title", "key=s3cr3t!", null).masked().description())
                .doesNotContain("s3cr3t");
    }
}
