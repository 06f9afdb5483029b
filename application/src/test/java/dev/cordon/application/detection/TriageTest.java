package dev.cordon.application.detection;

import static dev.cordon.domain.detection.DetectionFixtures.ALERT;
import static dev.cordon.domain.detection.DetectionFixtures.DETECTION;
import static dev.cordon.domain.detection.DetectionFixtures.SEEN;
import static dev.cordon.domain.detection.DetectionFixtures.SOURCE;
import static dev.cordon.domain.detection.DetectionFixtures.STORE;
import static dev.cordon.domain.detection.DetectionFixtures.raised;
import static dev.cordon.domain.detection.DetectionFixtures.stuffing;
import static dev.cordon.domain.detection.DetectionFixtures.successfulStuffing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.detection.TriageAlerts.Decision;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.InlineUnitOfWork;
import dev.cordon.application.kernel.Page;
import dev.cordon.application.kernel.TestCaller;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.AlertOrigin;
import dev.cordon.domain.detection.AlertPhase.Merged;
import dev.cordon.domain.detection.AlertResolution;
import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.AlertStatus;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.people.AutomationPolicy;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TriageTest {

    private static final InstantSource CLOCK = () -> SEEN;
    private static final Caller RITA = TestCaller.person("rita");
    private static final Caller STRANGER = TestCaller.person("rita").within(StoreScope.NONE);

    private final InMemoryAlerts alerts = new InMemoryAlerts();

    @BeforeEach
    void raise() {
        alerts.save(raised(stuffing(30)));
    }

    @Test
    void aResponderTakesAnAlert() {
        new TakeAlert(alerts, RITA, CLOCK).take(new TakeAlert.Command(ALERT, alert().version()));

        assertThat(alert().status()).isEqualTo(AlertStatus.TRIAGING);
        assertThat(alert().takenBy()).isEqualTo(RITA.person());
    }

    @Test
    void whoeverSawAnOlderStateIsToldSo() {
        var seen = alert().version();
        new TakeAlert(alerts, TestCaller.person("omar"), CLOCK)
                .take(new TakeAlert.Command(ALERT, seen));

        assertThatThrownBy(() -> dismiss(new TakeAlert.Command(ALERT, seen), RITA))
                .isInstanceOf(StaleVersion.class);
        assertThat(alert().status()).isEqualTo(AlertStatus.TRIAGING);
    }

    @Test
    void anAlertOfAnotherStoreIsNotThere() {
        var seen = new TakeAlert.Command(ALERT, alert().version());

        assertThatThrownBy(() -> dismiss(seen, STRANGER)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> new AlertQueries(alerts, STRANGER).alert(ALERT))
                .isInstanceOf(NotFound.class);
        assertThat(new AlertQueries(alerts, STRANGER).count(Alerts.Filter.EVERYTHING)).isZero();
    }

    @Test
    void aDismissedAlertIsNoLongerOpen() {
        dismiss(new TakeAlert.Command(ALERT, alert().version()), RITA);

        var queries = new AlertQueries(alerts, RITA);
        assertThat(queries.count(Alerts.Filter.OPEN)).isZero();
        assertThat(queries.list(Alerts.Filter.EVERYTHING, Page.Request.first(5)).items())
                .containsExactly(alert());
    }

    @Test
    void onlyAPersonDecides() {
        var automation = new TestCaller(AutomationPolicy.DETECTION.actor(), StoreScope.ALL);

        assertThatThrownBy(
                        () -> dismiss(new TakeAlert.Command(ALERT, alert().version()), automation))
                .isInstanceOf(Caller.PersonRequired.class);
    }

    @Test
    void anAlertIsFiledUnderAnotherOfItsStore() {
        var other = new AlertId(new UUID(0, 7));
        alerts.save(
                Alert.raise(
                        other,
                        STORE,
                        AlertOrigin.ofDetection(SOURCE.mode(), "another"),
                        Mode.LIVE,
                        successfulStuffing(30),
                        SEEN,
                        SEEN,
                        AutomationPolicy.DETECTION.actor()));

        new MergeAlert(alerts, RITA, CLOCK)
                .merge(new MergeAlert.Command(ALERT, alert().version(), other));

        assertThat(alert().phase()).isEqualTo(new Merged(other, RITA.person(), SEEN));
        assertThat(open(AlertSeverity.HIGH)).isOne();
        assertThat(open(AlertSeverity.MEDIUM)).isZero();
    }

    @Test
    void whatWasDecidedIsTakenBackThoughTheAttackWentOnMeanwhile() {
        dismiss(new TakeAlert.Command(ALERT, alert().version()), RITA);
        var decided = alert().phase();
        alerts.save(alert().grow(stuffing(31), SEEN, DETECTION).orElseThrow());

        var outcome =
                new UndoTriage(alerts, RITA, CLOCK)
                        .undo(new UndoTriage.Command(ALERT, decided, null));

        assertThat(outcome).isInstanceOf(UndoTriage.Outcome.TakenBack.class);
        assertThat(alert().status()).isEqualTo(AlertStatus.NEW);
        assertThat(alert().finding().addressCount()).isEqualTo(31);
    }

    @Test
    void aColleaguesLaterDecisionIsNotTakenBack() {
        new TakeAlert(alerts, RITA, CLOCK).take(new TakeAlert.Command(ALERT, alert().version()));
        var decided = alert().phase();
        dismiss(new TakeAlert.Command(ALERT, alert().version()), TestCaller.person("omar"));

        var outcome =
                new UndoTriage(alerts, RITA, CLOCK)
                        .undo(new UndoTriage.Command(ALERT, decided, null));

        assertThat(outcome).isEqualTo(new UndoTriage.Outcome.DecidedSince(alert()));
        assertThat(alert().status()).isEqualTo(AlertStatus.CLOSED);
    }

    @Test
    void aTakeOverIsTakenBackToWhomItWasTakenFrom() {
        var omar = TestCaller.person("omar");
        new TakeAlert(alerts, omar, CLOCK).take(new TakeAlert.Command(ALERT, alert().version()));
        new TakeAlert(alerts, RITA, CLOCK).take(new TakeAlert.Command(ALERT, alert().version()));

        new UndoTriage(alerts, RITA, CLOCK)
                .undo(new UndoTriage.Command(ALERT, alert().phase(), omar.person()));

        assertThat(alert().takenBy()).isEqualTo(omar.person());
        assertThat(alert().status()).isEqualTo(AlertStatus.TRIAGING);
    }

    private int open(AlertSeverity severity) {
        var filter = Alerts.Filter.OPEN.with(severity, null);
        return new AlertQueries(alerts, RITA).count(filter);
    }

    private void dismiss(TakeAlert.Command seen, Caller caller) {
        new DismissAlert(alerts, caller, CLOCK)
                .dismiss(
                        new DismissAlert.Command(
                                seen.alert(),
                                seen.seen(),
                                AlertResolution.FALSE_POSITIVE,
                                "A load test of ours."));
    }

    private Alert alert() {
        return alerts.get(ALERT, StoreScope.ALL);
    }

    @Test
    void severalAreDecidedAtOnceAndTakenBackAtOnce() {
        alerts.save(another(7));
        alerts.save(another(8));
        var seen = alerts.all().stream().map(TriageTest::seen).toList();

        var outcome = decide(seen, new Decision.Dismiss(AlertResolution.LEGITIMATE, "our test"));

        assertThat(outcome.decided()).hasSize(3);
        assertThat(alerts.all()).extracting(Alert::status).containsOnly(AlertStatus.CLOSED);

        var undone =
                new UndoAlerts(alerts, new InlineUnitOfWork(), RITA, CLOCK).undo(outcome.decided());

        assertThat(undone).isEqualTo(new UndoAlerts.Outcome(3, 0));
        assertThat(alerts.all()).extracting(Alert::status).containsOnly(AlertStatus.NEW);
    }

    @Test
    void whatSomebodyDecidedSinceIsPassedOverAndStays() {
        alerts.save(another(7));
        var seen = alerts.all().stream().map(TriageTest::seen).toList();
        new TakeAlert(alerts, TestCaller.person("omar"), CLOCK)
                .take(new TakeAlert.Command(ALERT, alert().version()));

        var outcome = decide(seen, new Decision.Dismiss(AlertResolution.LEGITIMATE, "our test"));

        assertThat(outcome.passedOver()).isOne();
        assertThat(alert().status()).isEqualTo(AlertStatus.TRIAGING);
        assertThat(alerts.all().getLast().status()).isEqualTo(AlertStatus.CLOSED);
    }

    @Test
    void theAttackGoingOnIsNoObstacle() {
        var seen = List.of(seen(alert()));
        alerts.save(alert().grow(stuffing(31), SEEN, DETECTION).orElseThrow());

        assertThat(decide(seen, new Decision.Take()).decided()).hasSize(1);
        assertThat(alert().takenBy()).isEqualTo(RITA.person());
    }

    @Test
    void severalBelongToOneOfThemWhichStaysOpen() {
        alerts.save(another(7));
        alerts.save(another(8));
        var seen = alerts.all().stream().map(TriageTest::seen).toList();

        var outcome = decide(seen, new Decision.Merge(ALERT));

        assertThat(outcome).extracting(each -> each.decided().size()).isEqualTo(2);
        assertThat(outcome.passedOver()).isZero();
        assertThat(alert().phase().isOpen()).isTrue();
        assertThat(alerts.all().getLast().phase())
                .isEqualTo(new Merged(ALERT, RITA.person(), SEEN));
    }

    @Test
    void twoAlertsNeverBelongToEachOther() {
        alerts.save(another(7));
        var other = alerts.all().getLast();
        decide(List.of(seen(other)), new Decision.Merge(ALERT));

        assertThatThrownBy(() -> decide(List.of(seen(alert())), new Decision.Merge(other.id())))
                .isInstanceOf(IllegalTransition.class);
        assertThat(new AlertQueries(alerts, RITA).mergeTargets(ALERT)).isEmpty();
    }

    @Test
    void ofAnotherStoreNothingIsDecided() {
        var seen = List.of(seen(alert()));

        assertThatThrownBy(
                        () ->
                                new TriageAlerts(alerts, new InlineUnitOfWork(), STRANGER, CLOCK)
                                        .decide(
                                                new TriageAlerts.Command(
                                                        seen, new Decision.Take())))
                .isInstanceOf(NotFound.class);
    }

    private TriageAlerts.Outcome decide(List<TriageAlerts.Seen> seen, Decision decision) {
        return new TriageAlerts(alerts, new InlineUnitOfWork(), RITA, CLOCK)
                .decide(new TriageAlerts.Command(seen, decision));
    }

    private static TriageAlerts.Seen seen(Alert alert) {
        return new TriageAlerts.Seen(alert.id(), alert.status(), alert.takenBy());
    }

    private static Transition<Alert> another(int number) {
        return Alert.raise(
                new AlertId(new UUID(0, number)),
                STORE,
                AlertOrigin.ofDetection(SOURCE.mode(), "campaign " + number),
                Mode.LIVE,
                stuffing(3),
                SEEN,
                SEEN,
                DETECTION);
    }
}
