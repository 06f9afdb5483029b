package dev.cordon.infra.persistence.evidence;

import static dev.cordon.domain.incident.IncidentFixtures.FJORD;
import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.detection.Alerts;
import dev.cordon.application.evidence.CustodyChains;
import dev.cordon.application.evidence.EvidenceItems;
import dev.cordon.application.evidence.EvidenceVault;
import dev.cordon.application.evidence.EvidenceVault.Forgotten;
import dev.cordon.application.evidence.IntegrityWatch;
import dev.cordon.application.evidence.LedgerByHand;
import dev.cordon.application.evidence.WatchQueries;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.kernel.Page;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.evidence.EvidenceFixtures;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.evidence.ledger.WatchRun;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.infra.persistence.Acting;
import dev.cordon.infra.persistence.Emptied;
import dev.cordon.infra.persistence.PersistenceTest;
import dev.cordon.infra.persistence.StoredIncident;
import dev.cordon.infra.timestamp.Tsa;
import dev.cordon.infra.vault.MirrorFolder;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One item in a vault of files, its ledger, and what the watch says of them from day to day. */
@PersistenceTest
class IntegrityWatchTest {

    private final EvidenceItem item = EvidenceFixtures.anItem();
    private final EvidenceItems items;
    private final CustodyChains chains;
    private final IntegrityWatch watch;
    private final Alerts alerts;
    private final Ids ids;
    private final StoredEvidence evidence;
    private final Acting acting;
    private final Emptied database;
    private final StoredIncident incident;
    private final LedgerByHand byHand;
    private Optional<Sha256> lies = Optional.of(item.content());
    private final List<Forgotten> forgotten = new ArrayList<>();
    private final List<Boolean> asked = new ArrayList<>();
    private Instant now = NOON;
    private boolean silent;

    IntegrityWatchTest(
            EvidenceItems items,
            CustodyChains chains,
            IntegrityWatch watch,
            Alerts alerts,
            Ids ids,
            LedgerParts parts,
            StoredEvidence evidence,
            Acting acting,
            Emptied database,
            StoredIncident incident) {
        this.items = items;
        this.chains = chains;
        this.watch = watch;
        this.alerts = alerts;
        this.ids = ids;
        this.evidence = evidence;
        this.acting = acting;
        this.database = database;
        this.incident = incident;
        byHand = parts.byHand(() -> now, Tsa.none(), MirrorFolder.none());
    }

    @BeforeEach
    void anItemInTheVault() {
        database.empty();
        incident.store();
        evidence.collect(item);
        byHand.sequence();
    }

    @Test
    void whatIsWholeRaisesNothing() {
        look();

        var standing = standing(StoreScope.ALL);

        assertThat(standing.ledger().difference()).isNull();
        assertThat(standing.cursor().frontier().size()).isPositive();
        assertThat(standing.items().items()).isOne();
        assertThat(standing.items().checked()).isOne();
        assertThat(standing.differences()).isEmpty();
        assertThat(raised()).isEmpty();
    }

    @Test
    void changedContentIsAnAlertOnceHoweverOftenItIsSeen() {
        damage();

        look();
        now = now.plus(Duration.ofDays(8));
        look();

        assertThat(raised())
                .singleElement()
                .satisfies(alert -> assertThat(alert.severity()).isEqualTo(AlertSeverity.CRITICAL))
                .satisfies(alert -> assertThat(alert.note().title()).contains(item.label()));
        assertThat(standing(StoreScope.ALL).differences())
                .singleElement()
                .satisfies(one -> assertThat(one.difference().since()).isEqualTo(NOON))
                .satisfies(one -> assertThat(one.at()).isEqualTo(now));
    }

    @Test
    void theSameDamageAfterItWasMendedIsAnotherAlert() {
        damage();
        look();
        lies = Optional.of(item.content());
        now = now.plus(Duration.ofDays(8));
        look();
        var mended = standing(StoreScope.ALL).differences();
        damage();
        now = now.plus(Duration.ofDays(8));

        look();

        assertThat(mended).isEmpty();
        assertThat(raised()).hasSize(2);
    }

    @Test
    void anItemIsNotReadAgainBeforeItsTime() {
        look();
        damage();
        now = now.plus(Duration.ofDays(6));
        look();
        var before = raised();
        now = now.plus(Duration.ofDays(2));

        look();

        assertThat(before).isEmpty();
        assertThat(raised()).hasSize(1);
    }

    @Test
    void anotherStoresPeopleSeeNothingOfIt() {
        damage();
        look();

        var elsewhere = standing(new StoreScope.Only(Set.of(new StoreId(new UUID(0, 404)))));

        assertThat(elsewhere.differences()).isEmpty();
        assertThat(elsewhere.items().items()).isZero();
        assertThat(standing(new StoreScope.Only(Set.of(FJORD))).differences()).hasSize(1);
    }

    @Test
    void anEditedLeafThatWasLookedAtBeforeIsFoundTheNextDayAndToldOnce() {
        look();
        database.asOwner(
                """
                alter table ledger_leaf disable trigger append_only;
                update ledger_leaf set at = '2020-01-01T00:00:00Z' where kind = 'REVISION';
                alter table ledger_leaf enable trigger append_only
                """);
        now = now.plus(Duration.ofHours(1));
        look();
        var sameDay = raised();
        now = now.plus(Duration.ofDays(1));
        look();
        now = now.plus(Duration.ofMinutes(1));
        look();

        var standing = standing(StoreScope.ALL);

        assertThat(sameDay).isEmpty();
        assertThat(raised()).hasSize(1);
        assertThat(standing.ledger().difference().what()).contains("LEAF_ALTERED: entries 1 to");
    }

    @Test
    void whatTheLedgerGrewByIsCheckedAtOnce() {
        look(); // it is finished, and its run is an entry more
        long before = standing(StoreScope.ALL).cursor().frontier().size();
        evidence.view(item.id(), now);
        byHand.sequence();
        database.asOwner(
                """
                alter table ledger_leaf disable trigger append_only;
                update ledger_leaf set at = '2020-01-01T00:00:00Z' where subject = '%s/2';
                alter table ledger_leaf enable trigger append_only
                """
                        .formatted(item.id()));
        now = now.plus(Duration.ofMinutes(1));

        look();

        assertThat(standing(StoreScope.ALL).cursor().frontier().size()).isEqualTo(before + 2);
        assertThat(raised()).hasSize(1);
    }

    @Test
    void whatTheVaultKnowsAndTheDatabaseDoesNotIsTheSameAlertUntilItIsMended() {
        forgotten.add(new Forgotten(item.incident(), Sha256.of(new byte[2]), "keys/2"));
        look();
        now = now.plus(Duration.ofHours(1));
        look();
        var sameDay = raised();
        now = now.plus(Duration.ofDays(1));
        look();
        var nextDay = raised();
        var found = standing(StoreScope.ALL).vault();
        forgotten.clear();
        now = now.plus(Duration.ofDays(1));

        look();

        assertThat(sameDay).hasSize(1);
        assertThat(nextDay)
                .singleElement()
                .satisfies(
                        alert ->
                                assertThat(alert.note().description())
                                        .contains("1 piece", "Nothing was removed"));
        assertThat(found.difference().since()).isEqualTo(NOON);
        assertThat(standing(StoreScope.ALL).vault().difference()).isNull();
        assertThat(standing(new StoreScope.Only(Set.of(FJORD))).vault()).isNull();
    }

    @Test
    void theVaultIsAskedOnceADayForWhatTheDatabaseKnows() {
        look();
        now = now.plus(Duration.ofHours(23));
        look();

        assertThat(asked).containsExactly(true, false);
    }

    @Test
    void aFinishedRunIsOneLeafADayAndSaysWhatItCovered() {
        look();
        now = now.plus(Duration.ofHours(1));
        look();
        var sameDay = standing(StoreScope.ALL).runs();
        damage();
        now = NOON.plus(Duration.ofDays(8));
        look();

        assertThat(sameDay)
                .singleElement()
                .matches(WatchRun::isWhole)
                .satisfies(run -> assertThat(run.items()).isOne())
                .satisfies(run -> assertThat(run.vaultAt()).isEqualTo(NOON));
        assertThat(standing(StoreScope.ALL).runs())
                .hasSize(2)
                .first()
                .satisfies(run -> assertThat(run.differences()).isOne())
                .satisfies(run -> assertThat(run.found().getFirst()).contains(item.id() + ": "));
        assertThat(byHand.check().findings()).isEmpty();
    }

    @Test
    void aRunThatSomebodyEmbellishedIsFoundByTheNextOne() {
        damage();
        look();
        database.asOwner(
                """
                alter table watch_run disable trigger append_only;
                update watch_run set differences = 0, found = '{}';
                alter table watch_run enable trigger append_only
                """);
        now = now.plus(Duration.ofDays(1));

        look();

        var standing = standing(StoreScope.ALL);
        assertThat(standing.ledger().difference().what()).startsWith("WATCH_RUN_ALTERED: run ");
        assertThat(standing.runs())
                .singleElement()
                .satisfies(
                        run ->
                                assertThat(run.found())
                                        .anyMatch(one -> one.contains("WATCH_RUN_ALTERED")));
    }

    @Test
    void whereTheVaultDoesNotAnswerNoRunIsFinished() {
        silent = true;
        assertThatThrownBy(this::look).hasRootCauseInstanceOf(IOException.class);
        var before = standing(StoreScope.ALL).runs();
        silent = false;
        look();

        assertThat(before).isEmpty();
        assertThat(standing(StoreScope.ALL).runs()).hasSize(1);
        assertThat(standing(new StoreScope.Only(Set.of(FJORD))).runs()).isEmpty();
    }

    private void look() {
        acting.during(
                new Actor.Automation("ledger"),
                "WatchIntegrity",
                () ->
                        byHand.watch(
                                new LedgerByHand.Watching(
                                        watch, items, chains, new OneItem(), alerts, ids)));
        byHand.sequence();
    }

    private WatchQueries.Standing standing(StoreScope scope) {
        return byHand.watched(watch, scope);
    }

    private List<Alert> raised() {
        return alerts.list(Alerts.Filter.EVERYTHING, StoreScope.ALL, new Page.Request(50, null))
                .items();
    }

    /** As whoever has the disk would. */
    private void damage() {
        lies = Optional.of(Sha256.of(new byte[1]));
    }

    /** Where something lies that can be read again. */
    private final class OneItem implements EvidenceVault {

        @Override
        public Stored store(IncidentId incident, Content content, long limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public InputStream open(IncidentId incident, Sha256 content) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean holds(IncidentId incident, Sha256 content) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Sha256> rehash(IncidentId incident, Sha256 content, LongConsumer read) {
            return lies;
        }

        @Override
        public void seal(IncidentId incident, Sha256 content, Instant until) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void hold(IncidentId incident, Sha256 content, boolean held) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void recorded(IncidentId incident, Sha256 content) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Forgotten> forgotten(Needed recorded) throws IOException {
            if (silent) {
                throw new IOException("no answer");
            }
            asked.add(recorded.is(item.incident(), item.content()));
            asked.add(recorded.is(new IncidentId(new UUID(0, 404)), item.content()));
            return forgotten;
        }

        @Override
        public int sweep(Instant before, Needed needed) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Destroyed destroy(IncidentId incident, Sha256 content) {
            throw new UnsupportedOperationException();
        }
    }
}
