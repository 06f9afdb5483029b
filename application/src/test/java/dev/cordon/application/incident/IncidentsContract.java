package dev.cordon.application.incident;

import static dev.cordon.domain.incident.IncidentFixtures.CARLA;
import static dev.cordon.domain.incident.IncidentFixtures.FJORD;
import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static dev.cordon.domain.incident.IncidentFixtures.RITA;
import static dev.cordon.domain.incident.IncidentFixtures.STUFFING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.incident.Incidents.Filter;
import dev.cordon.application.kernel.Page;
import dev.cordon.domain.incident.Codename;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.incident.IncidentTimes;
import dev.cordon.domain.incident.Reference;
import dev.cordon.domain.incident.Severity;
import dev.cordon.domain.incident.SeverityMatrix;
import dev.cordon.domain.incident.Stage;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What {@link Incidents} promises, whoever keeps them. */
public abstract class IncidentsContract {

    private static final StoreId OTHER = new StoreId(new UUID(0, 2));

    /** An empty port. */
    protected abstract Incidents incidents();

    /** Saves as a use case would. */
    protected abstract void save(Transition<Incident> change);

    @Test
    void whatIsSavedReadsBackTheSame() {
        save(declared(1, FJORD, NOON));

        assertThat(find(1))
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(state(1));
    }

    @Test
    void everyPhaseOfTheWorkReadsBackTheSame() {
        save(declared(1, FJORD, NOON));
        step(incident -> incident.acknowledge(RITA, NOON.plusSeconds(1)));
        step(incident -> incident.takeCommand(CARLA, NOON.plusSeconds(2)));
        step(i -> i.overrideSeverity(Severity.CRITICAL, "cards seen", CARLA, NOON.plusSeconds(3)));
        step(
                i ->
                        i.declareAwareness(
                                NOON.plusSeconds(2), "read the log", CARLA, NOON.plusSeconds(4)));

        for (var stage :
                List.of(Stage.CONTAINED, Stage.ERADICATED, Stage.RECOVERING, Stage.REVIEW)) {
            step(i -> i.moveTo(stage, "seen to", RITA, NOON.plusSeconds(10 + stage.ordinal())));
        }
        step(i -> i.end(Stage.CLOSED, "nothing is left", CARLA, NOON.plusSeconds(30)));

        assertThat(find(1).stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void aDeclinedOneReadsBackTheSame() {
        save(declared(1, FJORD, NOON));
        step(incident -> incident.end(Stage.DECLINED, "a test of ours", CARLA, NOON));

        assertThat(find(1).isOpen()).isFalse();
    }

    @Test
    void eachStoreCountsTheVersionUpByOne() {
        save(declared(1, FJORD, NOON));

        assertThat(find(1).version()).isEqualTo(new Version(1));

        save(find(1).takeCommand(CARLA, NOON));

        assertThat(find(1).version()).isEqualTo(new Version(2));
    }

    @Test
    void aChangeDecidedOnAnOldStateIsRefusedAndNothingOverwritten() {
        save(declared(1, FJORD, NOON));
        var seenByBoth = find(1);
        save(seenByBoth.takeCommand(CARLA, NOON));

        assertThatThrownBy(() -> save(seenByBoth.takeCommand(RITA, NOON)))
                .isInstanceOf(StaleVersion.class);

        assertThat(find(1).commander()).isEqualTo(CARLA);
    }

    @Test
    void theSameThingIsNotDeclaredTwice() {
        save(declared(1, FJORD, NOON));

        assertThatThrownBy(() -> save(declared(1, FJORD, NOON))).isInstanceOf(StaleVersion.class);
    }

    @Test
    void whatLiesOutsideTheScopeIsNotThere() {
        save(declared(1, FJORD, NOON));
        var scope = new StoreScope.Only(Set.of(OTHER));

        assertThat(incidents().find(id(1), scope)).isEmpty();
        assertThat(incidents().findByReference(Reference.of(2026, 1), scope)).isEmpty();
        assertThat(incidents().list(Filter.EVERYTHING, scope, Page.Request.first(10)).items())
                .isEmpty();
        assertThat(incidents().count(Filter.EVERYTHING, StoreScope.NONE)).isZero();
        assertThatThrownBy(() -> incidents().get(id(1), scope)).isInstanceOf(NotFound.class);
    }

    @Test
    void isFoundByItsReference() {
        save(declared(1, FJORD, NOON));

        assertThat(incidents().findByReference(Reference.of(2026, 1), StoreScope.ALL))
                .get()
                .extracting(Incident::id)
                .isEqualTo(id(1));
    }

    @Test
    void listsNewestFirstPageByPageWithoutLossOrRepetition() {
        for (int number = 1; number <= 7; number++) {
            // Two of each moment, so that a page may end between equals.
            save(declared(number, FJORD, NOON.plusSeconds(number / 2)));
        }

        var seen = new ArrayList<String>();
        var page = incidents().list(Filter.EVERYTHING, StoreScope.ALL, Page.Request.first(2));
        page.items().forEach(incident -> seen.add(incident.reference().value()));
        while (page.next() != null) {
            page =
                    incidents()
                            .list(
                                    Filter.EVERYTHING,
                                    StoreScope.ALL,
                                    new Page.Request(2, page.next()));
            page.items().forEach(incident -> seen.add(incident.reference().value()));
        }

        assertThat(seen)
                .containsExactly(
                        "INC-2026-0007",
                        "INC-2026-0006",
                        "INC-2026-0005",
                        "INC-2026-0004",
                        "INC-2026-0003",
                        "INC-2026-0002",
                        "INC-2026-0001");
    }

    @Test
    void filtersByStateSeverityStoreAndText() {
        save(declared(1, FJORD, NOON));
        save(declared(2, OTHER, NOON));
        step(incident -> incident.end(Stage.DECLINED, "nothing", CARLA, NOON));
        save(find(2).overrideSeverity(Severity.CRITICAL, "cards", CARLA, NOON));

        assertThat(found(Filter.OPEN)).containsExactly(2L);
        assertThat(found(new Filter(false, null, null, null))).containsExactly(1L);
        assertThat(found(new Filter(null, Severity.CRITICAL, null, null))).containsExactly(2L);
        assertThat(found(new Filter(null, null, FJORD, null))).containsExactly(1L);
        assertThat(found(new Filter(null, null, null, "STUFFING of 2"))).containsExactly(2L);
        assertThat(found(new Filter(null, null, null, "inc-2026-0001"))).containsExactly(1L);
        assertThat(found(new Filter(null, null, null, "%"))).isEmpty();
        assertThat(incidents().count(Filter.OPEN, StoreScope.ALL)).isEqualTo(1);
    }

    @Test
    void numbersAreCountedPerYear() {
        assertThat(number(2026)).isEqualTo(1);
        assertThat(number(2026)).isEqualTo(2);
        assertThat(number(2027)).isEqualTo(1);
    }

    /** Takes a number as a use case would. */
    protected long number(int year) {
        return incidents().nextNumber(year);
    }

    private List<Long> found(Filter filter) {
        return incidents().list(filter, StoreScope.ALL, Page.Request.first(10)).items().stream()
                .map(incident -> incident.id().value().getLeastSignificantBits())
                .toList();
    }

    private void step(java.util.function.Function<Incident, Transition<Incident>> verb) {
        var change = verb.apply(find(1));
        save(change);
        assertThat(find(1))
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(change.state());
    }

    private Incident find(long number) {
        return incidents().find(id(number), StoreScope.ALL).orElseThrow();
    }

    private static Incident state(long number) {
        return declared(number, FJORD, NOON).state();
    }

    private static IncidentId id(long number) {
        return new IncidentId(new UUID(0x7000L, number));
    }

    private static Transition<Incident> declared(long number, StoreId store, Instant at) {
        return Incident.declare(
                id(number),
                store,
                Reference.of(2026, number),
                Codename.of(number),
                "Credential stuffing of " + number,
                Mode.LIVE,
                SeverityMatrix.assess(STUFFING),
                IncidentTimes.declared(at.minusSeconds(300), at.minusSeconds(60), at),
                RITA);
    }
}
