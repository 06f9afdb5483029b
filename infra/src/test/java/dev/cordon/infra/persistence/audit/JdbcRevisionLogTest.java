package dev.cordon.infra.persistence.audit;

import static dev.cordon.domain.incident.IncidentFixtures.CARLA;
import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static dev.cordon.domain.incident.IncidentFixtures.RITA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.audit.Revision;
import dev.cordon.application.audit.Revision.Field;
import dev.cordon.application.audit.Revision.Kind;
import dev.cordon.application.audit.RevisionLog;
import dev.cordon.application.audit.RevisionLog.Filter;
import dev.cordon.application.incident.Incidents;
import dev.cordon.application.kernel.Page;
import dev.cordon.application.people.StoreScopes;
import dev.cordon.domain.incident.IncidentFixtures;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Role;
import dev.cordon.infra.persistence.Acting;
import dev.cordon.infra.persistence.Emptied;
import dev.cordon.infra.persistence.PersistenceTest;
import dev.cordon.infra.persistence.StoredIncident;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
class JdbcRevisionLogTest {

    private static final IncidentId INCIDENT = IncidentFixtures.anIncident().id();

    @Autowired private RevisionLog log;
    @Autowired private Incidents incidents;
    @Autowired private StoreScopes scopes;
    @Autowired private StoredIncident stored;
    @Autowired private Acting acting;
    @Autowired private Emptied database;

    @BeforeEach
    void empty() {
        database.empty();
    }

    @Test
    void aRevisionSaysWhoThroughWhatWhyAndWhatChanged() {
        stored.store();
        moveOn();

        var latest = all(Filter.EVERYTHING).getFirst();

        assertThat(latest.by()).isEqualTo(CARLA);
        assertThat(latest.useCase()).isEqualTo("AcknowledgeIncident");
        assertThat(latest.events()).containsExactly("IncidentAcknowledged");
        assertThat(latest.changes())
                .singleElement()
                .satisfies(
                        change -> {
                            assertThat(change.recordType()).isEqualTo("incident");
                            assertThat(change.recordId()).isEqualTo(INCIDENT.toString());
                            assertThat(change.kind()).isEqualTo(Kind.CHANGED);
                            assertThat(change.fields())
                                    .containsExactlyInAnyOrder(
                                            new Field("stage", "TRIAGE", "ACTIVE"),
                                            new Field("acknowledged_by", null, "carla"),
                                            new Field(
                                                    "acknowledged_at",
                                                    null,
                                                    "2026-11-23T12:00:09Z"));
                        });
    }

    @Test
    void anAddedRecordHasNothingBeforeAndARemovedOneNothingAfter() {
        limit(Set.of(IncidentFixtures.FJORD));
        limit(Set.of());

        var both = all(Filter.EVERYTHING);

        assertThat(both)
                .flatExtracting(Revision::changes)
                .extracting(Revision.Change::kind)
                .containsExactly(Kind.REMOVED, Kind.ADDED);
        assertThat(both.get(1).changes().getFirst().fields())
                .containsExactly(new Field("stores", null, IncidentFixtures.FJORD.toString()));
        assertThat(both.get(0).changes().getFirst().fields())
                .containsExactly(new Field("stores", IncidentFixtures.FJORD.toString(), null));
    }

    @Test
    void filtersByActorUseCaseRecordAndTime() {
        stored.store();
        moveOn();
        limit(Set.of(IncidentFixtures.FJORD));

        assertThat(all(new Filter("Carla", null, null, null, null))).hasSize(1);
        assertThat(all(new Filter(null, "EscalateAlert", null, null, null))).hasSize(1);
        assertThat(all(new Filter(null, null, INCIDENT.toString(), null, null))).hasSize(2);
        assertThat(all(new Filter(null, null, "anna/responder", null, null))).hasSize(1);
        assertThat(all(new Filter(null, null, "nobody", null, null))).isEmpty();
        assertThat(all(new Filter(null, null, null, NOON.plusSeconds(3600), null))).isEmpty();
        assertThat(all(new Filter(null, null, null, null, NOON))).isEmpty();
        assertThat(all(new Filter(null, null, null, NOON, NOON.plusSeconds(3600)))).hasSize(3);
    }

    @Test
    void isReadInPagesLatestFirst() {
        stored.store();
        moveOn();
        limit(Set.of(IncidentFixtures.FJORD));

        var first = log.list(Filter.EVERYTHING, Page.Request.first(2));
        var rest = log.list(Filter.EVERYTHING, new Page.Request(2, first.next()));

        assertThat(first.items())
                .extracting(Revision::useCase)
                .containsExactly("LimitRoleToStores", "AcknowledgeIncident");
        assertThat(rest.items()).extracting(Revision::useCase).containsExactly("EscalateAlert");
        assertThat(rest.next()).isNull();
        assertThatThrownBy(() -> log.list(Filter.EVERYTHING, new Page.Request(2, "'; drop table")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void moveOn() {
        acting.as(
                CARLA,
                "AcknowledgeIncident",
                () ->
                        incidents.save(
                                incidents
                                        .get(INCIDENT, StoreScope.ALL)
                                        .acknowledge(CARLA, NOON.plusSeconds(9))));
    }

    private void limit(Set<StoreId> stores) {
        acting.as(RITA, "LimitRoleToStores", () -> scopes.limit("Anna", Role.RESPONDER, stores));
    }

    private List<Revision> all(Filter filter) {
        return log.list(filter, Page.Request.first(50)).items();
    }
}
