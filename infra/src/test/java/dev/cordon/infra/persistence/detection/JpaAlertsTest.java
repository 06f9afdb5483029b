package dev.cordon.infra.persistence.detection;

import static dev.cordon.domain.detection.DetectionFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.detection.Alerts;
import dev.cordon.application.detection.LogSources;
import dev.cordon.application.kernel.Page;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.AlertResolution;
import dev.cordon.domain.detection.AlertStatus;
import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.infra.persistence.Acting;
import dev.cordon.infra.persistence.Emptied;
import dev.cordon.infra.persistence.PersistenceTest;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PersistenceTest
class JpaAlertsTest {

    private static final StoreScope ELSEWHERE =
            new StoreScope.Only(Set.of(new StoreId(new UUID(0, 99))));

    private final Alerts alerts;
    private final LogSources sources;
    private final Acting acting;
    private final Emptied database;

    JpaAlertsTest(Alerts alerts, LogSources sources, Acting acting, Emptied database) {
        this.alerts = alerts;
        this.sources = sources;
        this.acting = acting;
        this.database = database;
    }

    @BeforeEach
    void empty() {
        database.empty();
    }

    @Test
    void aFindingReadsBackTheSame() {
        var raised = raised(successfulStuffing(40));

        save(raised);

        assertThat(alert().finding()).isEqualTo(raised.state().finding());
        assertThat(alert())
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(raised.state());
    }

    @Test
    void everyPhaseReadsBackTheSame() {
        save(raised(stuffing(3)));
        step(alert -> alert.take(RITA, SEEN));
        step(alert -> alert.escalate(INCIDENT, RITA, SEEN));

        assertThat(alerts.escalatedInto(INCIDENT)).containsExactly(alert());
    }

    @Test
    void aDismissedOneReadsBackTheSame() {
        save(raised(stuffing(3)));

        step(alert -> alert.dismiss(AlertResolution.FALSE_POSITIVE, "a test", RITA, SEEN));

        assertThat(alert().status()).isEqualTo(AlertStatus.CLOSED);
    }

    @Test
    void oneOriginIsOneAlert() {
        var first = raised(stuffing(3));
        save(first);
        var again = raisedAs(new AlertId(new UUID(0, 4711)), stuffing(3));

        assertThatThrownBy(() -> save(again)).isInstanceOf(StaleVersion.class);
        assertThat(alerts.findByOrigin(STORE, origin(stuffing(3)))).contains(alert());
    }

    @Test
    void isFoundByAnyOfItsAddressesAndNoOther() {
        save(raised(stuffing(3)));
        var named = alert().finding().addresses().getLast().address();

        var hit = new Alerts.Filter(Set.of(), null, null, named);
        var miss = new Alerts.Filter(Set.of(), null, null, address("203.0.113.254"));

        assertThat(alerts.count(hit, StoreScope.ALL)).isOne();
        assertThat(alerts.count(miss, StoreScope.ALL)).isZero();
    }

    @Test
    void ofAnotherStoreItIsNotThere() {
        save(raised(stuffing(3)));

        assertThat(alerts.find(ALERT, ELSEWHERE)).isEmpty();
        assertThat(alerts.list(Alerts.Filter.EVERYTHING, ELSEWHERE, Page.Request.first(5)).items())
                .isEmpty();
        assertThat(alerts.list(Alerts.Filter.OPEN, StoreScope.ALL, Page.Request.first(5)).items())
                .containsExactly(alert());
    }

    @Test
    void aLogSourceReadsBackTheSameAndIsAddedOnce() {
        var added = LogSource.add(SOURCE, RITA, SEEN);
        acting.as(RITA, "AddLogSource", () -> sources.save(added));

        assertThat(sources.all(StoreScope.ALL)).containsExactly(SOURCE);
        assertThat(sources.find(SOURCE.id(), ELSEWHERE)).isEmpty();
        assertThatThrownBy(() -> acting.as(RITA, "AddLogSource", () -> sources.save(added)))
                .isInstanceOf(StaleVersion.class);
    }

    private Alert alert() {
        return alerts.get(ALERT, StoreScope.ALL);
    }

    private void step(Function<Alert, Transition<Alert>> verb) {
        var change = verb.apply(alert());
        save(change);
        assertThat(alert())
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(change.state());
    }

    private void save(Transition<Alert> change) {
        acting.as(RITA, "TestUseCase", () -> alerts.save(change));
    }

    private static Transition<Alert> raisedAs(AlertId id, Finding finding) {
        return Alert.raise(id, STORE, origin(finding), Mode.LIVE, finding, SEEN, SEEN, DETECTION);
    }
}
