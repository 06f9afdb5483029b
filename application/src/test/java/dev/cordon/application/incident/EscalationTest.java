package dev.cordon.application.incident;

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

import dev.cordon.application.detection.InMemoryAlerts;
import dev.cordon.application.incident.EscalateAlert.Indicators;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.kernel.Page;
import dev.cordon.application.kernel.TestCaller;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.AlertOrigin;
import dev.cordon.domain.detection.AlertStatus;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.incident.IncidentFact;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.incident.Severity;
import dev.cordon.domain.incident.Stage;
import dev.cordon.domain.incident.TimelineEntry;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EscalationTest {

    private static final Caller RITA = TestCaller.person("rita");
    private static final InstantSource CLOCK = () -> SEEN;
    private static final AlertId OTHER = new AlertId(new UUID(0, 7));

    private final InMemoryAlerts alerts = new InMemoryAlerts();
    private final Written timeline = new Written();
    private final AtomicLong counted = new AtomicLong();
    private final Ids ids = () -> new UUID(9, counted.incrementAndGet());
    private final InMemoryIncidents incidents = new InMemoryIncidents();
    private final EscalationQueries queries =
            new EscalationQueries(alerts, incidents, timeline, RITA, CLOCK);

    @BeforeEach
    void raise() {
        alerts.save(raised(stuffing(3)));
        alerts.save(
                Alert.raise(
                        OTHER,
                        STORE,
                        AlertOrigin.ofDetection(SOURCE.mode(), "another"),
                        Mode.LIVE,
                        successfulStuffing(4),
                        SEEN,
                        SEEN,
                        DETECTION));
        alerts.save(alert(ALERT).take(RITA.person(), SEEN));
    }

    @Test
    void whatWasChosenComesAlongAndCountsForTheSeverity() {
        var alone = queries.severity(ALERT, List.of());
        var together = queries.severity(ALERT, List.of(OTHER));

        var id = escalate(List.of(OTHER), Indicators.GOT_THROUGH);

        assertThat(queries.companions(ALERT)).isEmpty();
        assertThat(alone.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(together.severity()).isEqualTo(Severity.HIGH);
        assertThat(incident(id).severity().severity()).isEqualTo(together.severity());
        assertThat(alerts.escalatedInto(id.value()))
                .extracting(Alert::id)
                .containsExactly(ALERT, OTHER);
        assertThat(timeline.entries)
                .filteredOn(entry -> entry.type().equals("IndicatorsTaken"))
                .singleElement()
                .extracting(entry -> entry.details().get("addresses"))
                .isEqualTo("198.51.100.20");
    }

    @Test
    void whatWasNotChosenStays() {
        assertThat(queries.companions(ALERT)).hasSize(1);

        var id = escalate(List.of(), Indicators.NONE);

        assertThat(alert(OTHER).status()).isEqualTo(AlertStatus.NEW);
        assertThat(timeline.entries).hasSize(1);
        assertThat(incident(id).severity().severity()).isEqualTo(Severity.MEDIUM);
    }

    @Test
    void untilSomethingWasDoneItIsTakenBackAndItsAlertsAreAsTheyWere() {
        var id = escalate(List.of(OTHER), Indicators.ALL);
        assertThat(queries.mayBeWithdrawn(id)).isTrue();

        var outcome = withdraw(id);

        assertThat(outcome)
                .isEqualTo(new WithdrawIncident.Outcome.Withdrawn(List.of(ALERT, OTHER)));
        assertThat(incident(id).stage()).isEqualTo(Stage.DECLINED);
        assertThat(alert(ALERT).status()).isEqualTo(AlertStatus.TRIAGING);
        assertThat(alert(ALERT).takenBy()).isEqualTo(RITA.person());
        assertThat(alert(OTHER).status()).isEqualTo(AlertStatus.NEW);
        assertThat(withdraw(id)).isEqualTo(WithdrawIncident.Refused.WORK_HAS_BEGUN);
    }

    @Test
    void onceSomebodyAnsweredOrWroteItIsNotTakenBack() {
        var answered = escalate(List.of(), Indicators.NONE);
        save(incident(answered).acknowledge(RITA.person(), SEEN));

        assertThat(withdraw(answered)).isEqualTo(WithdrawIncident.Refused.WORK_HAS_BEGUN);
        assertThat(alert(ALERT).status()).isEqualTo(AlertStatus.ESCALATED);

        var noted = escalate(OTHER);
        timeline.append(
                TimelineEntry.note(new UUID(3, 3), noted, SEEN, SEEN, "looked", RITA.actor()));
        assertThat(queries.mayBeWithdrawn(noted)).isFalse();
        assertThat(withdraw(noted)).isEqualTo(WithdrawIncident.Refused.WORK_HAS_BEGUN);
    }

    @Test
    void anAlertThatIsDecidedAboutComesAlongNoMore() {
        escalate(OTHER);

        assertThatThrownBy(() -> escalate(List.of(OTHER), Indicators.NONE))
                .isInstanceOf(IllegalTransition.class);
    }

    private IncidentId escalate(List<AlertId> along, Indicators indicators) {
        return escalate(
                new EscalateAlert.Command(
                        ALERT, alert(ALERT).version(), "Stuffing", along, indicators));
    }

    private IncidentId escalate(AlertId id) {
        return escalate(new EscalateAlert.Command(id, alert(id).version(), "Another"));
    }

    private IncidentId escalate(EscalateAlert.Command command) {
        var id = new EscalateAlert(alerts, incidents, RITA, ids, CLOCK).escalate(command);
        write();
        return id;
    }

    private WithdrawIncident.Outcome withdraw(IncidentId id) {
        var outcome = new WithdrawIncident(alerts, incidents, timeline, RITA, CLOCK).withdraw(id);
        write();
        return outcome;
    }

    private void save(Transition<Incident> change) {
        incidents.save(change);
        write();
    }

    /** What storing does with a database. */
    private void write() {
        incidents.announced().stream()
                .skip(timeline.known)
                .filter(IncidentFact.class::isInstance)
                .map(IncidentFact.class::cast)
                .forEach(fact -> timeline.append(TimelineEntry.of(ids.next(), fact, SEEN)));
        timeline.known = incidents.announced().size();
    }

    private Alert alert(AlertId id) {
        return alerts.get(id, StoreScope.ALL);
    }

    private Incident incident(IncidentId id) {
        return incidents.get(id, StoreScope.ALL);
    }

    /** A timeline without a database. */
    private static final class Written implements Timeline {

        private final List<TimelineEntry> entries = new ArrayList<>();
        private int known;

        @Override
        public void append(TimelineEntry entry) {
            entries.add(entry);
        }

        @Override
        public Page<TimelineEntry> of(IncidentId incident, Page.Request page) {
            return new Page<>(
                    entries.stream().filter(each -> each.incident().equals(incident)).toList(),
                    null);
        }

        @Override
        public int count(IncidentId incident) {
            return of(incident, Page.Request.first(1)).items().size();
        }
    }
}
