package dev.cordon.envers;

import static dev.cordon.domain.incident.IncidentFixtures.CARLA;
import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static dev.cordon.domain.incident.IncidentFixtures.RITA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.incident.Incidents;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.incident.IncidentEvent.CommandTaken;
import dev.cordon.domain.incident.IncidentFixtures;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.incident.Reference;
import dev.cordon.domain.incident.Severity;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.envers.ProbeRow.Size;
import dev.cordon.infra.database.TestDatabase;
import dev.cordon.infra.persistence.Acting;
import dev.cordon.infra.persistence.ChangeContext.OutsideUseCase;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.hibernate.envers.AuditReaderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * The rules for rows, each measured: what writes history that did not happen, what loses some, and
 * what cannot be read back. The numbers are those of the house style.
 */
@ExtendWith(SpringExtension.class)
@ContextConfiguration(
        classes = EnversRulesTest.Rows.class,
        initializers = ConfigDataApplicationContextInitializer.class)
@TestPropertySource(properties = "spring.jpa.hibernate.ddl-auto=update")
class EnversRulesTest {

    /** Under the owner, who may make the tables of the probes. */
    @TestConfiguration(proxyBeanMethods = false)
    @EntityScan({"dev.cordon.envers", "dev.cordon.infra.persistence"})
    @Import(dev.cordon.infra.persistence.RowsAndHistory.class)
    static class Rows {
        @Bean
        DataSource dataSource() {
            return TestDatabase.asOwner();
        }
    }

    private static final ScopedValue<String> WORD = ScopedValue.newInstance();

    @Autowired private EntityManager em;
    @Autowired private JdbcClient jdbc;
    @Autowired private Acting acting;
    @Autowired private Incidents incidents;

    private final UUID id = UUID.randomUUID();
    private final UUID part = UUID.randomUUID();

    @Test
    void e1EqualValuesCopiedIntoAManagedRowAreNoRevision() {
        store();

        change(
                row -> {
                    row.word = new String("word");
                    row.size = new Size(3, 4);
                });

        assertThat(revisions()).isEqualTo(1);
    }

    @Test
    void e2AnEqualSetThatReplacesTheOldOneIsARevisionThatDidNotHappen() {
        store();

        change(row -> row.tags = new HashSet<>(List.of("a", "b")));

        assertThat(revisions()).isEqualTo(2);
    }

    @Test
    void e2ASetThatIsBroughtInStepIsNoRevision() {
        store();

        change(
                row -> {
                    row.tags.retainAll(Set.of("a", "b"));
                    row.tags.addAll(Set.of("a", "b"));
                });

        assertThat(revisions()).isEqualTo(1);
    }

    @Test
    void e3AChildRebuiltUnderItsOldIdIsRefused() {
        store();

        assertThatThrownBy(
                        () ->
                                change(
                                        row -> {
                                            row.parts.clear();
                                            row.parts.add(new ProbePartRow(part, row));
                                        }))
                .hasStackTraceContaining("same identifier");
    }

    @Test
    void e4AMergedEqualGraphMovesTheVersionWithoutARevision() {
        store();
        var before = version();

        acting.as(RITA, "Merge", () -> em.merge(probe()));

        assertThat(revisions()).isEqualTo(1);
        assertThat(version()).isGreaterThan(before);
    }

    @Test
    void e5HistoryOfACollectionOfRecordsCannotBeRead() {
        acting.as(
                RITA,
                "Store",
                () -> em.persist(new RecordsProbeRow(id, new RecordsProbeRow.Part("word", 1))));

        assertThatThrownBy(
                        () ->
                                acting.asNobody(
                                        () -> {
                                            var reader = AuditReaderFactory.get(em);
                                            var first =
                                                    reader.getRevisions(RecordsProbeRow.class, id)
                                                            .getFirst();
                                            assertThat(
                                                            reader.find(
                                                                            RecordsProbeRow.class,
                                                                            id,
                                                                            first)
                                                                    .parts)
                                                    .hasSize(1);
                                        }))
                .hasStackTraceContaining("default (no-argument) constructor");
    }

    @Test
    void e5HistoryOfASingleRecordReadsBack() {
        store();

        history(first -> assertThat(first.size).isEqualTo(new Size(3, 4)));
    }

    @Test
    void e6TheVersionIsNotPartOfHistory() {
        store();
        change(row -> row.word = "another");

        history(first -> assertThat(first.version).isZero());
        assertThat(jdbc.sql("select * from probe_row_aud").query().listOfRows().getFirst())
                .doesNotContainKey("version");
    }

    @Test
    void e7WhatIsBoundInsideTheTransactionIsGoneWhenHistoryIsWritten() {
        assertThatThrownBy(
                        () ->
                                acting.asNobody(
                                        () ->
                                                ScopedValue.where(WORD, "bound in vain")
                                                        .run(() -> em.persist(probe()))))
                .hasRootCauseInstanceOf(OutsideUseCase.class);
        assertThat(stored()).isZero();
    }

    @Test
    void e8TheReasonOfTheFactsIsKeptWithTheRevision() {
        var incident = declared();

        acting.as(
                CARLA,
                "OverrideSeverity",
                () ->
                        incidents.save(
                                incident.overrideSeverity(
                                        Severity.CRITICAL, "cards seen", CARLA, NOON)));

        assertThat(lastRevision()).contains("SeverityAssessed", "cards seen");
    }

    @Test
    void e8AFactThatChangesNoRecordLeavesNoRevision() {
        var incident = declared();
        var before = lastRevision();

        acting.as(
                CARLA,
                "TakeCommand",
                () ->
                        incidents.save(
                                Transition.to(
                                        incident, new CommandTaken(incident.id(), NOON, CARLA))));

        assertThat(lastRevision()).isEqualTo(before);
    }

    @Test
    void e9TheListenerIsABeanThatKnowsWhoIsAtWork() {
        store();
        assertThat(lastRevision()).contains("person:rita", "Store");

        acting.as(CARLA, "Change", () -> em.find(ProbeRow.class, id).word = "another");

        assertThat(lastRevision()).contains("person:carla", "Change");
    }

    @Test
    void e10ABulkUpdateLeavesNoRevisionAtAll() {
        store();

        acting.as(
                RITA,
                "Bulk",
                () ->
                        em.createQuery("update ProbeRow set word = 'lost' where id = :id")
                                .setParameter("id", id)
                                .executeUpdate());

        assertThat(revisions()).isEqualTo(1);
    }

    @Test
    void aRecordChangedOutsideAUseCaseIsRefused() {
        store();

        assertThatThrownBy(
                        () -> acting.asNobody(() -> em.find(ProbeRow.class, id).word = "nobody's"))
                .hasRootCauseInstanceOf(OutsideUseCase.class);

        assertThat(revisions()).isEqualTo(1);
        assertThat(em.find(ProbeRow.class, id).word).isEqualTo("word");
    }

    @Test
    void aRevisionEndsWhereTheNextOneBegins() {
        store();
        change(row -> row.word = "another");

        var ends =
                jdbc.sql("select rev, revend from probe_row_aud where id = ? order by rev")
                        .param(id)
                        .query()
                        .listOfRows();

        assertThat(ends.get(0).get("revend")).isEqualTo(ends.get(1).get("rev"));
        assertThat(ends.get(1).get("revend")).isNull();
    }

    @Test
    void whatWasRemovedIsStillToBeReadInHistory() {
        store();
        acting.as(RITA, "Remove", () -> em.remove(em.find(ProbeRow.class, id)));

        var last =
                jdbc.sql("select word from probe_row_aud where id = ? and revtype = 2")
                        .param(id)
                        .query(String.class)
                        .single();

        assertThat(last).isEqualTo("word");
    }

    private Incident declared() {
        var known = IncidentFixtures.anIncident();
        var declared =
                Incident.declare(
                        new IncidentId(id),
                        known.store(),
                        Reference.of(2026, id.getLeastSignificantBits() & 0xFFFFFF),
                        known.codename(),
                        known.title(),
                        known.mode(),
                        known.severity(),
                        known.times(),
                        RITA);
        acting.as(RITA, "EscalateAlert", () -> incidents.save(declared));
        return incidents.get(declared.state().id(), StoreScope.ALL);
    }

    private ProbeRow probe() {
        return new ProbeRow(id, "word", new Size(3, 4), List.of("a", "b"), List.of(part));
    }

    private void store() {
        acting.as(RITA, "Store", () -> em.persist(probe()));
    }

    private void change(Consumer<ProbeRow> how) {
        acting.as(RITA, "Change", () -> how.accept(em.find(ProbeRow.class, id)));
    }

    private void history(Consumer<ProbeRow> check) {
        acting.asNobody(
                () -> {
                    var reader = AuditReaderFactory.get(em);
                    var first = reader.getRevisions(ProbeRow.class, id).getFirst();
                    check.accept(reader.find(ProbeRow.class, id, first));
                });
    }

    private int revisions() {
        return jdbc.sql(
                        """
                        select count(distinct rev) from (
                            select rev from probe_row_aud where id = :id
                            union select rev from probe_row_tags_aud where probe_row_id = :id) r
                        """)
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private int stored() {
        return jdbc.sql("select count(*) from probe_row where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private long version() {
        return jdbc.sql("select version from probe_row where id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private String lastRevision() {
        return jdbc.sql("select r::text from revision r order by rev desc limit 1")
                .query(String.class)
                .single();
    }
}
