package dev.cordon.domain.incident;

import static dev.cordon.domain.incident.IncidentFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.domain.incident.IncidentEvent.IncidentAcknowledged;
import dev.cordon.domain.kernel.IllegalTransition;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IncidentTest {

    @Test
    void acknowledgingMakesItActiveAndNamesTheResponder() {
        var incident = anIncident();

        var change = incident.acknowledge(RITA, NOON.plusSeconds(30));

        assertThat(change.state().stage()).isEqualTo(Stage.ACTIVE);
        assertThat(change.state().acknowledgedBy()).isEqualTo(RITA);
        assertThat(change.state().times().acknowledged()).isEqualTo(NOON.plusSeconds(30));
        assertThat(change.events())
                .containsExactly(
                        new IncidentAcknowledged(incident.id(), NOON.plusSeconds(30), RITA));
    }

    @Test
    void itIsAcknowledgedOnce() {
        var incident = anAcknowledgedIncident();

        assertThatThrownBy(() -> incident.acknowledge(CARLA, NOON))
                .isInstanceOf(IllegalTransition.class);
    }

    @Test
    void aStageCannotBeSkipped() {
        var incident = anAcknowledgedIncident();

        assertThatThrownBy(() -> incident.end(Stage.CLOSED, "done", CARLA, NOON))
                .isInstanceOf(IllegalTransition.class);
    }

    @Test
    void movingOnNeverEndsIt() {
        var incident = anIncident();

        assertThatThrownBy(() -> incident.moveTo(Stage.DECLINED, "nothing", RITA, NOON))
                .isInstanceOf(IllegalTransition.class);
    }

    @Test
    void everyMoveSaysWhy() {
        var incident = anAcknowledgedIncident();

        assertThatThrownBy(() -> incident.moveTo(Stage.CONTAINED, " ", CARLA, NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theTimeOfContainmentStaysWhenTheAttackFlaresUpAgain() {
        var contained =
                anAcknowledgedIncident().moveTo(Stage.CONTAINED, "blocked", CARLA, NOON).state();

        var again =
                contained
                        .moveTo(Stage.ACTIVE, "new addresses", CARLA, NOON.plusSeconds(60))
                        .state()
                        .moveTo(Stage.CONTAINED, "blocked too", CARLA, NOON.plusSeconds(90))
                        .state();

        assertThat(again.times().contained()).isEqualTo(NOON);
    }

    @Test
    void awarenessIsDeclaredOnceAndNeverForTheFuture() {
        var incident = anAcknowledgedIncident();

        var aware = incident.declareAwareness(NOON, "sessions name accounts", RITA, NOON).state();

        assertThat(aware.times().aware()).isEqualTo(NOON);
        assertThatThrownBy(() -> aware.declareAwareness(NOON, "again", RITA, NOON))
                .isInstanceOf(IllegalTransition.class);
        assertThatThrownBy(() -> incident.declareAwareness(NOON.plusSeconds(1), "soon", RITA, NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anOverrideSurvivesANewAssessment() {
        var overridden =
                anAcknowledgedIncident()
                        .overrideSeverity(Severity.CRITICAL, "shop of a hospital", CARLA, NOON)
                        .state();

        var reassessed =
                overridden.reassess(STUFFING.withPeopleAffected(3), "counted", RITA, NOON).state();

        assertThat(reassessed.severity().computed()).isEqualTo(Severity.HIGH);
        assertThat(reassessed.severity().severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void aClosedIncidentIsNotEdited() {
        var declined = anIncident().end(Stage.DECLINED, "a test of ours", CARLA, NOON).state();

        assertThat(declined.isOpen()).isFalse();
        assertThatThrownBy(() -> declined.takeCommand(CARLA, NOON))
                .isInstanceOf(IllegalTransition.class);
        assertThatThrownBy(() -> declined.declareAwareness(NOON, "late", CARLA, NOON))
                .isInstanceOf(IllegalTransition.class);
    }

    @Test
    void aFactLeavesATimelineEntry() {
        var change = anIncident().acknowledge(RITA, NOON);
        var fact = (IncidentFact) change.events().getFirst();

        var entry = TimelineEntry.of(new UUID(0, 7), fact, NOON.plusSeconds(1));

        assertThat(entry.type()).isEqualTo("IncidentAcknowledged");
        assertThat(entry.occurredAt()).isEqualTo(NOON);
        assertThat(entry.recordedAt()).isEqualTo(NOON.plusSeconds(1));
        assertThat(entry.by()).isEqualTo(RITA);
    }
}
