package dev.cordon.infra.persistence.breach;

import static dev.cordon.domain.incident.IncidentFixtures.FJORD;
import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static dev.cordon.domain.incident.IncidentFixtures.RITA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.breach.Determinations;
import dev.cordon.application.kernel.Page;
import dev.cordon.domain.breach.AffectedPerson;
import dev.cordon.domain.breach.AffectedPerson.Why;
import dev.cordon.domain.breach.Determination;
import dev.cordon.domain.breach.DeterminationId;
import dev.cordon.domain.breach.Exposure;
import dev.cordon.domain.incident.IncidentFixtures;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.store.StoreCustomer;
import dev.cordon.domain.store.Window;
import dev.cordon.infra.crypto.DataKeys;
import dev.cordon.infra.crypto.Subject;
import dev.cordon.infra.persistence.Acting;
import dev.cordon.infra.persistence.Emptied;
import dev.cordon.infra.persistence.PersistenceTest;
import dev.cordon.infra.persistence.StoredIncident;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
class JpaDeterminationsTest {

    private static final DeterminationId ID = new DeterminationId(new UUID(0, 5));

    private final Determinations determinations;
    private final DataKeys keys;
    private final Acting acting;
    private final Emptied database;
    private final StoredIncident incident;
    private final JdbcClient jdbc;

    JpaDeterminationsTest(
            Determinations determinations,
            DataKeys keys,
            Acting acting,
            Emptied database,
            StoredIncident incident,
            JdbcClient jdbc) {
        this.determinations = determinations;
        this.keys = keys;
        this.acting = acting;
        this.database = database;
        this.incident = incident;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void request() {
        database.empty();
        incident.store();
        var requested =
                Determination.request(
                        ID,
                        IncidentFixtures.anIncident().id(),
                        FJORD,
                        new Exposure(new Window(NOON, NOON.plusSeconds(90)), Set.of(), 2),
                        RITA,
                        NOON);
        save(requested);
        acting.as(RITA, "Test", () -> determinations.append(ID, List.of(person(1), person(2))));
    }

    @Test
    void theLatestOfAnIncidentIsFound() {
        var latest = determinations.latest(IncidentFixtures.anIncident().id());

        assertThat(latest).isEqualTo(determinations.find(ID, StoreScope.ALL)).isPresent();
    }

    @Test
    void thePeopleReadBackInOrderPageByPage() {
        var first = determinations.people(ID, Page.Request.first(1));
        var second = determinations.people(ID, new Page.Request(1, first.next()));

        assertThat(first.items()).containsExactly(person(1));
        assertThat(second.items()).containsExactly(person(2));
        assertThat(second.next()).isNull();
    }

    @Test
    void nobodysNameOrAddressLiesInTheDatabase() {
        var seals = jdbc.sql("select sealed from affected_person").query(byte[].class).list();

        assertThat(seals)
                .hasSize(2)
                .allSatisfy(seal -> assertThat(new String(seal)).doesNotContain("example.org"));
    }

    @Test
    void whoseKeyWasShreddedIsNobodyAnyMore() {
        acting.as(RITA, "Test", () -> keys.shred(Subject.determination(ID.value())));

        var people = determinations.people(ID, Page.Request.first(5)).items();

        assertThat(people).hasSize(2).allMatch(person -> person.customer().email().isEmpty());
    }

    private void save(Transition<Determination> change) {
        acting.as(RITA, "RequestDetermination", () -> determinations.save(change));
    }

    private static AffectedPerson person(long id) {
        return new AffectedPerson(
                new StoreCustomer(
                        id, id + "@example.org", "Jörg", "Weiß", "DE", "DE-HH", Locale.GERMAN),
                Why.ENTERED_FROM_ATTACKING_ADDRESS,
                NOON);
    }
}
