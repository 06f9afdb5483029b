package dev.cordon.infra.persistence.evidence;

import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.evidence.WatchRuns.Kept;
import dev.cordon.application.kernel.Page;
import dev.cordon.domain.evidence.ledger.LedgerFinding;
import dev.cordon.domain.evidence.ledger.LedgerFinding.What;
import dev.cordon.domain.evidence.ledger.WatchRun;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.infra.persistence.PersistenceTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody does to the runs of the watch, or makes up, who owns the tables. */
@PersistenceTest
class LedgerRunsTest extends SevenLinks {

    private static final UUID ID = new UUID(0, 9);

    private final WatchRun run = run(ID, List.of("ledger: LEAF_ALTERED: entries 1 to 1"));

    @BeforeEach
    void oneIsFinished() {
        acting.as(new Actor.Automation("ledger"), "WatchIntegrity", () -> parts.runs().add(run));
        byHand.sequence();
    }

    @Test
    void anUntouchedRunStandsInAWholeLedger() {
        assertThat(byHand.check().findings()).isEmpty();
        assertThat(parts.runs().newest(9)).containsExactly(run);
        assertThat(parts.runs().has(run.begunAt())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "begun_at = '2020-01-01T00:00:00Z'",
                "at = '2099-01-01T00:00:00Z'",
                "at = 'never'",
                "vault_at = null",
                "entries = 8",
                "items = 2",
                "of_items = 4",
                "differences = 0, found = '{}'",
                "differences = 0",
                "found = '{ledger: nothing}'"
            })
    void anEditedRunIsFoundAndIsNone(String edit) {
        rewrite("update watch_run set " + edit);

        assertThat(byHand.check().findings())
                .containsExactly(LedgerFinding.about(What.WATCH_RUN_ALTERED, "run " + ID));
        assertThat(parts.runs().newest(9)).isEmpty();
        assertThat(parts.runs().has(run.begunAt())).isFalse();
    }

    @Test
    void aRunThatIsEditedWithItsLeafIsFoundInTheTree() {
        rewrite(
                """
                update watch_run set differences = 0, found = '{}';
                update ledger_leaf set content = decode('%s', 'hex') where kind = 'WATCH_RUN'
                """
                        .formatted(run(ID, List.of()).digest().hex()));

        assertThat(byHand.check().findings())
                .extracting(LedgerFinding::what)
                .containsExactly(What.LEAF_ALTERED);
    }

    @Test
    void aRunThatIsTakenOutIsMissedByItsLeaf() {
        rewrite("delete from watch_run");

        assertThat(byHand.check().findings())
                .containsExactly(LedgerFinding.about(What.WATCH_RUN_MISSING, "run " + ID));
    }

    @Test
    void aRunThatIsTakenOutWithItsLeafIsMissedInTheTree() {
        rewrite(
                """
                delete from watch_run;
                delete from ledger_leaf where kind = 'WATCH_RUN'
                """);

        assertThat(byHand.check().findings())
                .extracting(LedgerFinding::what)
                .containsExactly(What.LEAF_MISSING);
    }

    @Test
    void aRunThatNeverWasIsFoundAndTakesNobodysPlace() {
        var madeUp = UUID.fromString("ffffffff-0000-7000-8000-000000000000");

        rewrite(
                """
                insert into watch_run select '%s', begun_at, at, vault_at, entries, items,
                    of_items, 0, '{}' from watch_run
                """
                        .formatted(madeUp));

        assertThat(byHand.check().findings())
                .containsExactly(LedgerFinding.about(What.WATCH_RUN_ALTERED, "run " + madeUp));
        assertThat(parts.runs().last()).contains(run);
    }

    @Test
    void whatTheLedgerDoesNotBearOutIsListedAsSuch() {
        var madeUp = UUID.fromString("ffffffff-0000-7000-8000-000000000000");
        var unreadable = UUID.fromString("00000000-0000-0000-0000-000000000001");

        rewrite(
                """
                insert into watch_run select '%s', begun_at, at, vault_at, entries, items,
                    of_items, 0, '{}' from watch_run;
                insert into watch_run select '%s', begun_at, 'never', vault_at, entries, items,
                    of_items, 0, '{}' from watch_run where id = '%s'
                """
                        .formatted(madeUp, unreadable, ID));

        var all = parts.runs().list(Page.Request.first(9));
        assertThat(all.items())
                .containsExactly(
                        new Kept(madeUp, run(madeUp, List.of()), false),
                        new Kept(ID, run, true),
                        new Kept(unreadable, null, false));
        assertThat(all.next()).isNull();
    }

    @Test
    void runsAreListedPageByPageTheNewestFirst() {
        var later = run(new UUID(0, 10), List.of());
        acting.as(new Actor.Automation("ledger"), "WatchIntegrity", () -> parts.runs().add(later));

        var first = parts.runs().list(Page.Request.first(1));
        var second = parts.runs().list(new Page.Request(1, first.next()));

        assertThat(first.items()).extracting(Kept::run).containsExactly(later);
        assertThat(second.items()).extracting(Kept::run).containsExactly(run);
        assertThat(second.next()).isNull();
    }

    private static WatchRun run(UUID id, List<String> found) {
        return new WatchRun(
                id,
                NOON,
                NOON.plus(Duration.ofMinutes(3)),
                NOON.plus(Duration.ofMinutes(2)),
                7,
                1,
                3,
                found.size(),
                found);
    }
}
