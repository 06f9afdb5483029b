package dev.cordon.infra.persistence.evidence;

import static dev.cordon.domain.incident.IncidentFixtures.FJORD;
import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static dev.cordon.domain.incident.IncidentFixtures.RITA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.evidence.CustodyChains;
import dev.cordon.application.evidence.EvidenceItems;
import dev.cordon.application.evidence.EvidenceItems.Filter;
import dev.cordon.application.evidence.EvidenceItems.Which;
import dev.cordon.application.kernel.Page;
import dev.cordon.domain.evidence.CustodyChain;
import dev.cordon.domain.evidence.CustodyChain.Verdict;
import dev.cordon.domain.evidence.CustodyEntry;
import dev.cordon.domain.evidence.CustodyEntry.Action;
import dev.cordon.domain.evidence.EvidenceEvent.EvidenceCollected;
import dev.cordon.domain.evidence.EvidenceFixtures;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.infra.persistence.Acting;
import dev.cordon.infra.persistence.Emptied;
import dev.cordon.infra.persistence.PersistenceTest;
import dev.cordon.infra.persistence.StoredIncident;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
class JpaEvidenceItemsTest {

    private final EvidenceItem item = EvidenceFixtures.aSearchedItem();
    private final EvidenceItems items;
    private final CustodyChains chains;
    private final Acting acting;
    private final Emptied database;
    private final StoredIncident incident;
    private final JdbcClient jdbc;

    JpaEvidenceItemsTest(
            EvidenceItems items,
            CustodyChains chains,
            Acting acting,
            Emptied database,
            StoredIncident incident,
            JdbcClient jdbc) {
        this.items = items;
        this.chains = chains;
        this.acting = acting;
        this.database = database;
        this.incident = incident;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void collect() {
        database.empty();
        incident.store();
        acting.as(
                RITA,
                "CollectEvidence",
                () -> {
                    items.save(
                            Transition.to(
                                    item,
                                    new EvidenceCollected(
                                            item.incident(),
                                            item.id(),
                                            item.label(),
                                            item.content(),
                                            NOON,
                                            RITA)));
                    chains.append(CustodyEntry.collected(item, "as found"));
                });
    }

    @Test
    void whoeverRecordsWaitsUntilWhoeverEndsContentOfTheSameIncidentIsDone() throws Exception {
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var number = new AtomicReference<Future<Long>>();
            acting.as(
                    RITA,
                    "CarryOutDisposal",
                    () -> {
                        items.lock(item.incident());
                        number.set(others.submit(() -> next(item.incident())));
                        assertThat(others.submit(() -> next(new IncidentId(new UUID(0, 404)))))
                                .succeedsWithin(Duration.ofSeconds(20));
                        assertThat(number.get()).isNotDone();
                    });

            assertThat(number.get()).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(1L);
        }
    }

    private long next(IncidentId incident) {
        var number = new AtomicLong();
        acting.as(RITA, "CollectEvidence", () -> number.set(items.nextNumber(incident)));
        return number.get();
    }

    @Test
    void anItemReadsBackTheSame() {
        var found = items.find(item.id(), StoreScope.ALL).orElseThrow();

        assertThat(found).usingRecursiveComparison().ignoringFields("version").isEqualTo(item);
        assertThat(items.of(item.incident())).containsExactly(found);
    }

    @Test
    void whatIsKeptLongEnoughIsOverWithItsIncidentAlone() {
        var until = item.custody().keepUntil();

        assertThat(items.over(until, null, 10)).isEmpty();
        jdbc.sql("update incident set stage = 'CLOSED'").update();
        assertThat(items.over(until.minusMillis(1), null, 10)).isEmpty();
        assertThat(items.over(until, null, 10))
                .extracting(EvidenceItem::id)
                .containsExactly(item.id());
        assertThat(items.over(until, items.over(until, null, 10).getFirst(), 10)).isEmpty();
    }

    @Test
    void whatIsHeldOrEndedIsNotOver() {
        var until = item.custody().keepUntil();
        jdbc.sql("update incident set stage = 'CLOSED'").update();

        change(now -> now.hold("police", "asked", RITA, NOON));
        assertThat(items.over(until, null, 10)).isEmpty();
        change(now -> now.release("police", "closed", RITA, NOON));
        assertThat(items.over(until, null, 10)).hasSize(1);
        change(now -> now.expire(RITA, until));
        assertThat(items.over(until, null, 10)).isEmpty();
    }

    @Test
    void theRegisterTellsApartHowItemsStand() {
        assertThat(listed(Which.EVERYTHING, null)).isOne();
        assertThat(listed(Which.KEPT, null)).isOne();
        assertThat(listed(Which.WAITING, null)).isZero();
        assertThat(listed(Which.ON_HOLD, null)).isZero();
        assertThat(listed(Which.DISPOSED, null)).isZero();

        change(now -> now.hold("police", "asked", RITA, NOON));
        assertThat(listed(Which.ON_HOLD, null)).isOne();
        change(now -> now.release("police", "closed", RITA, NOON));
        change(now -> now.planDisposal("no longer needed", RITA, NOON));
        assertThat(listed(Which.WAITING, null)).isOne();
        change(now -> now.refuseDisposal("still needed", new Actor.Person("dina"), NOON));
        change(now -> now.expire(RITA, item.custody().keepUntil()));
        assertThat(listed(Which.KEPT, null)).isZero();
        assertThat(listed(Which.WAITING, null)).isZero();
        assertThat(listed(Which.DISPOSED, null)).isOne();
    }

    @Test
    void theRegisterIsSearchedByWordsAndDigestWithinTheScope() {
        var elsewhere = new StoreScope.Only(Set.of(new StoreId(new UUID(0, 2))));

        assertThat(listed(Which.EVERYTHING, item.title().toUpperCase(Locale.ROOT))).isOne();
        assertThat(listed(Which.EVERYTHING, item.content().hex().substring(5, 30))).isOne();
        assertThat(listed(Which.EVERYTHING, "nowhere")).isZero();
        assertThat(items.count(Filter.EVERYTHING, elsewhere)).isZero();
        assertThat(items.list(Filter.EVERYTHING, elsewhere, Page.Request.first(9)).items())
                .isEmpty();
    }

    private int listed(Which which, @Nullable String text) {
        var filter = new Filter(which, FJORD, item.custody().custodian(), text);
        var list = items.list(filter, StoreScope.ALL, Page.Request.first(9)).items();
        assertThat(items.count(filter, StoreScope.ALL)).isEqualTo(list.size());
        return list.size();
    }

    private void change(Function<EvidenceItem, Transition<EvidenceItem>> step) {
        var now = items.find(item.id(), StoreScope.ALL).orElseThrow();
        acting.as(RITA, "test", () -> items.save(step.apply(now)));
    }

    @Test
    void anItemStandsOnItsContentAndOnItsManifest() {
        for (var content : item.contents()) {
            assertThat(items.anyOn(item.incident(), content)).isTrue();
        }
        assertThat(item.contents()).hasSize(2).contains(item.intake().manifest());
        assertThat(items.anyOn(item.incident(), Sha256.of(new byte[] {7}))).isFalse();
        assertThat(items.anyOn(new IncidentId(new UUID(7, 7)), item.content())).isFalse();
    }

    @Test
    void ofAnotherStoreItIsNotThere() {
        var elsewhere = new StoreScope.Only(Set.of(new StoreId(new UUID(0, 2))));

        assertThat(items.find(item.id(), elsewhere)).isEmpty();
        assertThat(items.find(item.id(), new StoreScope.Only(Set.of(FJORD)))).isPresent();
    }

    @Test
    void theStoredChainIsIntactToTheNanosecond() {
        view("first", 1);
        view("second", 2);

        var verdict = new CustodyChain(item, chains.of(item.id())).verify();

        assertThat(verdict).isEqualTo(new Verdict.Intact(3));
    }

    @Test
    void theProgramsRoleCanNeitherChangeNorRemoveALink() {
        assertThatThrownBy(() -> jdbc.sql("update custody_entry set purpose = 'another'").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from custody_entry").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("truncate custody_entry").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aPlaceInTheChainIsTakenOnce() {
        var next = chains.of(item.id()).getLast().next(Action.VIEWED, RITA, "look", NOON);
        chains.append(next);

        assertThatThrownBy(() -> chains.append(next)).isInstanceOf(DataAccessException.class);
    }

    private void view(String purpose, long nanos) {
        acting.as(
                RITA,
                "ViewEvidence",
                () ->
                        chains.append(
                                chains.lastForAppend(item.id())
                                        .next(
                                                Action.VIEWED,
                                                RITA,
                                                purpose,
                                                NOON.plusNanos(nanos))));
    }
}
