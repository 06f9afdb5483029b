package dev.cordon.infra.persistence.evidence;

import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static dev.cordon.domain.incident.IncidentFixtures.RITA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.evidence.ledger.LedgerFinding;
import dev.cordon.domain.evidence.ledger.LedgerFinding.What;
import dev.cordon.domain.evidence.preservation.Waiver;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.infra.persistence.PersistenceTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody does to the waivers beside the tree, or makes up, who owns the tables. */
@PersistenceTest
class LedgerWaiversTest extends SevenLinks {

    private static final UUID ID = new UUID(0, 9);

    private final Waiver given = waiver(ID, "the logs are copied already", RITA, NOON);

    @BeforeEach
    void oneIsGiven() {
        acting.as(RITA, "WaivePreservation", () -> parts.waivers().add(Waiver.given(given)));
        byHand.sequence();
    }

    @Test
    void anUntouchedWaiverStandsInAWholeLedger() {
        assertThat(byHand.check().findings()).isEmpty();
        assertThat(parts.waivers().of(item.incident())).containsExactly(given);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reason = 'nobody was told'",
                "losses = losses || E'\\nmemory'",
                "step = 'reinstall'",
                "actor = 'mallory'",
                "at = '2026-11-20T12:00:00Z'",
                "until = '2026-11-23T23:00:00Z'",
                "until = '2027-11-23T23:00:00Z'",
                "at = 'never'",
                "losses = ''",
                "store = gen_random_uuid()",
                "digest = repeat('0', 64)",
                "id = gen_random_uuid()"
            })
    void anEditedWaiverIsFoundAndCountsForNothing(String edit) {
        rewrite("update preservation_waiver set " + edit);

        assertThat(byHand.check().findings())
                .extracting(LedgerFinding::what)
                .contains(What.WAIVER_ALTERED)
                .allMatch(what -> what == What.WAIVER_ALTERED || edit.startsWith("id ="));
        assertThat(parts.waivers().of(item.incident())).isEmpty();
    }

    @Test
    void aWaiverThatIsEditedWithItsDigestIsFoundByItsLeaf() {
        var forged = waiver(ID, "nobody was told", RITA, NOON);

        rewrite(
                "update preservation_waiver set reason = '%s', digest = '%s'"
                        .formatted(forged.reason(), forged.digest().hex()));

        assertThat(byHand.check().findings())
                .containsExactly(LedgerFinding.about(What.WAIVER_ALTERED, "waiver " + ID));
        assertThat(parts.waivers().of(item.incident())).isEmpty();
    }

    @Test
    void aWaiverThatIsEditedWithItsLeafIsFoundInTheTree() {
        var forged = waiver(ID, "nobody was told", RITA, NOON);

        rewrite(
                """
                update preservation_waiver set reason = '%1$s', digest = '%2$s';
                update ledger_leaf set content = decode('%2$s', 'hex')
                    where kind = 'PRESERVATION_WAIVER'
                """
                        .formatted(forged.reason(), forged.digest().hex()));

        assertThat(byHand.check().findings())
                .extracting(LedgerFinding::what)
                .containsExactly(What.LEAF_ALTERED);
    }

    @Test
    void aWaiverThatIsTakenOutIsMissedByItsLeaf() {
        rewrite("delete from preservation_waiver");

        assertThat(byHand.check().findings())
                .containsExactly(LedgerFinding.about(What.WAIVER_MISSING, "waiver " + ID));
    }

    @Test
    void aWaiverThatIsTakenOutWithItsLeafIsMissedInTheTree() {
        rewrite(
                """
                delete from preservation_waiver;
                delete from ledger_leaf where kind = 'PRESERVATION_WAIVER'
                """);

        assertThat(byHand.check().findings())
                .extracting(LedgerFinding::what)
                .containsExactly(What.LEAF_MISSING);
    }

    @Test
    void aWaiverThatIsMadeUpIsFoundAndCountsForNothing() {
        var madeUp = waiver(new UUID(0, 10), "all of it may go", new Actor.Person("carla"), NOON);

        rewrite(insert(madeUp));

        assertThat(byHand.check().findings())
                .containsExactly(LedgerFinding.about(What.WAIVER_ALTERED, "waiver " + madeUp.id()));
        assertThat(parts.waivers().of(item.incident())).containsExactly(given);
    }

    @Test
    void aWaiverThatIsMadeUpWithALeafIsFoundByWhatTheTreeLeavesOut() {
        var madeUp = waiver(new UUID(0, 10), "all of it may go", new Actor.Person("carla"), NOON);
        var leaf = new UUID(7, 7);

        rewrite(
                insert(madeUp)
                        + """
                        ;
                        insert into ledger_leaf select '%s', kind, '%s', decode('%s', 'hex'), at,
                            store from ledger_leaf where kind = 'PRESERVATION_WAIVER'
                        """
                                .formatted(leaf, madeUp.id(), madeUp.digest().hex()));

        assertThat(byHand.check().findings())
                .containsExactly(LedgerFinding.about(What.LEAF_LEFT_OUT, "leaf " + leaf));
    }

    private static String insert(Waiver waiver) {
        return """
        insert into preservation_waiver
            select '%s', incident, store, step, losses, '%s', '%s', at, until, '%s'
            from preservation_waiver
        """
                .formatted(waiver.id(), waiver.reason(), waiver.by().name(), waiver.digest().hex());
    }

    private Waiver waiver(UUID id, String reason, Actor.Person by, Instant at) {
        return new Waiver(
                id,
                item.incident(),
                item.store(),
                "restart the server",
                List.of("logs", "sessions"),
                reason,
                by,
                at,
                at.plus(Duration.ofHours(2)));
    }
}
