package dev.cordon.infra.persistence.evidence;

import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static dev.cordon.domain.incident.IncidentFixtures.RITA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.incident.Incidents;
import dev.cordon.domain.evidence.ledger.Leaf;
import dev.cordon.domain.evidence.ledger.LedgerFinding;
import dev.cordon.domain.evidence.ledger.LedgerFinding.What;
import dev.cordon.domain.incident.IncidentFixtures;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.infra.persistence.PersistenceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody does to the revisions beside the tree. */
@PersistenceTest
class LedgerRevisionsTest extends SevenLinks {

    @Autowired private Incidents incidents;
    @Autowired private JdbcClient jdbc;

    @Test
    void aRevisionAndWhatItWroteIsALeaf() {
        change();
        byHand.sequence();

        assertThat(parts.ledger().page(7, 8).leaves().values())
                .singleElement()
                .satisfies(leaf -> assertThat(leaf.kind()).isEqualTo(Leaf.Kind.REVISION))
                .satisfies(leaf -> assertThat(leaf.store()).isEqualTo(Leaf.NO_STORE));
        assertThat(byHand.check().findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update revision set actor = 'person:mallory' where rev = %d",
                "update revision set reason = reason || ' ' where rev = %d",
                "update revision set at = at - interval '1 microsecond' where rev = %d",
                "update incident_aud set title = 'nothing' where rev = %d",
                "update incident_aud set revtype = 0 where rev = %d",
                "delete from incident_aud where rev = %d",
                "insert into incident_aud (id, rev, revtype)" + " select gen_random_uuid(), %d, 0"
            })
    void anEditedRevisionIsFound(String edit) {
        long revision = change();

        rewrite(edit.formatted(revision));
        assertThat(byHand.check().findings())
                .containsExactly(
                        LedgerFinding.about(What.REVISION_ALTERED, "revision " + revision));
    }

    @Test
    void aRevisionThatIsTakenOutOrPutInIsFound() {
        long revision = change();

        rewrite(
                """
                update incident_aud set revend = null where revend = %1$d;
                delete from incident_aud where rev = %1$d;
                update revision set rev = %1$d + 7 where rev = %1$d
                """
                        .formatted(revision));
        assertThat(byHand.check().findings())
                .containsExactly(
                        LedgerFinding.about(What.REVISION_MISSING, "revision " + revision),
                        LedgerFinding.about(
                                What.REVISION_UNRECORDED, "revision " + (revision + 7)));
    }

    /** A revision, by its number, which also ends what the one before it says is valid. */
    private long change() {
        acting.as(
                RITA,
                "AcknowledgeIncident",
                () ->
                        incidents.save(
                                incidents
                                        .get(IncidentFixtures.anIncident().id(), StoreScope.ALL)
                                        .acknowledge(RITA, NOON)));
        return jdbc.sql("select max(rev) from revision").query(Long.class).single();
    }
}
