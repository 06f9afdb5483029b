package dev.cordon.infra.persistence.audit;

import static dev.cordon.domain.incident.IncidentFixtures.CARLA;
import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static dev.cordon.domain.incident.IncidentFixtures.RITA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.audit.Revision;
import dev.cordon.application.audit.Revision.Field;
import dev.cordon.application.audit.Revision.Kind;
import dev.cordon.application.audit.RevisionLog;
import dev.cordon.application.audit.RevisionLog.Filter;
import dev.cordon.application.incident.Incidents;
import dev.cordon.application.kernel.Page;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.incident.Severity;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.infra.persistence.Acting;
import dev.cordon.infra.persistence.Emptied;
import dev.cordon.infra.persistence.PersistenceTest;
import dev.cordon.infra.persistence.StoredIncident;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PersistenceTest
class JdbcRevisionLogTest {

    private final RevisionLog revisions;
    private final Incidents incidents;
    private final Acting acting;
    private final Emptied database;
    private final StoredIncident stored;
    private Incident incident;

    JdbcRevisionLogTest(
            RevisionLog revisions,
            Incidents incidents,
            Acting acting,
            Emptied database,
            StoredIncident stored) {
        this.revisions = revisions;
        this.incidents = incidents;
        this.acting = acting;
        this.database = database;
        this.stored = stored;
    }

    @BeforeEach
    void work() {
        database.empty();
        incident = stored.store();
        acting.as(
                RITA,
                "AcknowledgeIncident",
                () -> incidents.save(now().acknowledge(RITA, NOON.plusSeconds(5))));
        acting.as(
                CARLA,
                "OverrideSeverity",
                () ->
                        incidents.save(
                                now().overrideSeverity(
                                                Severity.CRITICAL, "a hospital", CARLA, NOON)));
    }

    @Test
    void saysWhoDidWhatThroughWhichUseCaseAndWhyLatestFirst() {
        var all = list(Filter.EVERYTHING, Page.Request.first(10));

        assertThat(all)
                .extracting(Revision::useCase)
                .containsExactly("OverrideSeverity", "AcknowledgeIncident", "EscalateAlert");
        assertThat(all.getFirst().by()).isEqualTo(CARLA);
        assertThat(all.getFirst().reason()).contains("a hospital");
        assertThat(all.getFirst().events()).containsExactly("SeverityAssessed");
    }

    @Test
    void saysWhatChangedFieldByField() {
        var acknowledged = list(Filter.EVERYTHING, Page.Request.first(10)).get(1);

        var change = acknowledged.changes().getFirst();

        assertThat(change.recordType()).isEqualTo("incident");
        assertThat(change.recordId()).isEqualTo(incident.id().toString());
        assertThat(change.kind()).isEqualTo(Kind.CHANGED);
        assertThat(change.fields())
                .contains(
                        new Field("stage", "TRIAGE", "ACTIVE"),
                        new Field("acknowledged_by", null, "rita"))
                .noneMatch(field -> field.name().equals("title"));
    }

    @Test
    void aFirstRevisionAddsEverything() {
        var added = list(Filter.EVERYTHING, Page.Request.first(10)).getLast().changes().getFirst();

        assertThat(added.kind()).isEqualTo(Kind.ADDED);
        assertThat(added.fields()).contains(new Field("stage", null, "TRIAGE"));
    }

    @Test
    void filtersByPersonUseCaseAndRecord() {
        var first = Page.Request.first(10);

        assertThat(list(new Filter("rita", null, null, null, null), first)).hasSize(2);
        assertThat(list(new Filter(null, "OverrideSeverity", null, null, null), first)).hasSize(1);
        assertThat(list(new Filter(null, null, incident.id().toString(), null, null), first))
                .hasSize(3);
        assertThat(list(new Filter(null, null, "' or '1'='1", null, null), first)).isEmpty();
    }

    @Test
    void pagesGoOnWhereTheyEnded() {
        var first = revisions.list(Filter.EVERYTHING, Page.Request.first(2));
        var second = revisions.list(Filter.EVERYTHING, new Page.Request(2, first.next()));

        assertThat(first.items()).hasSize(2);
        assertThat(second.items()).extracting(Revision::useCase).containsExactly("EscalateAlert");
        assertThat(second.next()).isNull();
    }

    private List<Revision> list(Filter filter, Page.Request page) {
        return revisions.list(filter, page).items();
    }

    private Incident now() {
        return incidents.get(incident.id(), StoreScope.ALL);
    }
}
