package dev.cordon.infra.persistence.evidence;

import static dev.cordon.domain.incident.IncidentFixtures.FJORD;
import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static dev.cordon.domain.incident.IncidentFixtures.RITA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.evidence.CheckpointKey;
import dev.cordon.application.evidence.CustodyChains;
import dev.cordon.application.evidence.EvidenceItems;
import dev.cordon.application.evidence.Ledger;
import dev.cordon.application.evidence.LedgerByHand;
import dev.cordon.application.evidence.LedgerSequence;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.domain.evidence.CustodyChain;
import dev.cordon.domain.evidence.CustodyEntry;
import dev.cordon.domain.evidence.CustodyEntry.Action;
import dev.cordon.domain.evidence.EvidenceEvent.EvidenceCollected;
import dev.cordon.domain.evidence.EvidenceFixtures;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.evidence.ledger.Frontier;
import dev.cordon.domain.evidence.ledger.Growth;
import dev.cordon.domain.evidence.ledger.Leaf;
import dev.cordon.domain.evidence.ledger.LedgerFinding;
import dev.cordon.domain.evidence.ledger.LedgerFinding.What;
import dev.cordon.domain.evidence.ledger.Standing;
import dev.cordon.domain.evidence.ledger.Standing.Flaw;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.infra.persistence.Acting;
import dev.cordon.infra.persistence.Emptied;
import dev.cordon.infra.persistence.PersistenceTest;
import dev.cordon.infra.persistence.StoredIncident;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Seven links of one chain, signed for at two, five and seven; and what somebody does to them who
 * owns the tables.
 */
@PersistenceTest
class LedgerTest {

    private static final String ZEROS = "0".repeat(64);
    private static final String BYTES = "\\x" + ZEROS;

    private final EvidenceItem item = EvidenceFixtures.anItem();
    private final EvidenceItems items;
    private final CustodyChains chains;
    private final Ledger ledger;
    private final Acting acting;
    private final Emptied database;
    private final StoredIncident incident;
    private final LedgerByHand byHand;

    LedgerTest(
            EvidenceItems items,
            CustodyChains chains,
            Ledger ledger,
            LedgerSequence sequence,
            CheckpointKey key,
            UnitOfWork work,
            Acting acting,
            Emptied database,
            StoredIncident incident) {
        this.items = items;
        this.chains = chains;
        this.ledger = ledger;
        this.acting = acting;
        this.database = database;
        this.incident = incident;
        byHand = new LedgerByHand(ledger, sequence, key, work, InstantSource.fixed(NOON));
    }

    @BeforeEach
    void sevenLinks() {
        database.empty();
        incident.store();
        acting.as(RITA, "CollectEvidence", this::collect);
        view(1);
        byHand.sequence();
        view(3);
        byHand.sequence();
        view(2);
        byHand.sequence();
    }

    @Test
    void anUntouchedLedgerIsWhole() {
        var report = byHand.check();

        assertThat(report.entries()).isEqualTo(7);
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void aChainThatIsSignedForSaysSinceWhenAndWhere() {
        assertThat(standing()).isEqualTo(new Standing.Recorded(NOON, 7, 7));
    }

    @Test
    void aLinkWaitsUntilItIsSequenced() {
        view(1);

        var before = standing();
        byHand.sequence();

        assertThat(before).isEqualTo(new Standing.Waiting(1));
        assertThat(standing()).isEqualTo(new Standing.Recorded(NOON, 8, 8));
    }

    @Test
    void aLeafOfATransactionThatFailedIsNotThere() {
        assertThatThrownBy(
                        () ->
                                acting.as(
                                        RITA,
                                        "ViewEvidence",
                                        () -> {
                                            append();
                                            throw new IllegalStateException("refused");
                                        }))
                .hasMessage("refused");
        byHand.sequence();

        assertThat(byHand.check().entries()).isEqualTo(7);
    }

    @Test
    void aLeafThatIsCommittedLateGetsALaterPlace() {
        acting.as(
                RITA,
                "ViewEvidence",
                () -> {
                    var late = chains.lastForAppend(item.id()).next(Action.VIEWED, RITA, "a", NOON);
                    chains.append(late);
                    var early = late.next(Action.VIEWED, RITA, "b", NOON);
                    CompletableFuture.runAsync(
                                    () -> {
                                        acting.as(RITA, "ViewEvidence", () -> chains.append(early));
                                        byHand.sequence();
                                    })
                            .join();
                });
        byHand.sequence();

        assertThat(place(9)).isEqualTo(7);
        assertThat(place(8)).isEqualTo(8);
        assertThat(byHand.check().findings()).isEmpty();
    }

    @Test
    void sequencersAtTheSameTimeGiveEachLeafOnePlace() {
        view(200);

        var all =
                IntStream.range(0, 4)
                        .mapToObj(_ -> CompletableFuture.runAsync(byHand::sequence))
                        .toList();
        all.forEach(CompletableFuture::join);

        var report = byHand.check();
        assertThat(report.entries()).isEqualTo(207);
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void aLeafOfAnotherStoreIsNotThere() {
        var leaf = ledger.custodyOf(item.id()).getFirst().leaf().id();
        var elsewhere = new StoreScope.Only(Set.of(new StoreId(new UUID(0, 2))));

        assertThat(ledger.leaf(leaf, elsewhere)).isEmpty();
        assertThat(ledger.leaf(leaf, new StoreScope.Only(Set.of(FJORD)))).isPresent();
        assertThatThrownBy(() -> byHand.check(elsewhere)).isInstanceOf(NotFound.class);
    }

    @Test
    void anEditedLeafIsFoundAtItsPlace() {
        rewrite("update ledger_leaf set content = '" + BYTES + "' where id = " + leafAt(2));

        assertThat(byHand.check().findings()).containsExactly(at(What.LEAF_ALTERED, 3));
        assertThat(standing()).isInstanceOf(Standing.Broken.class);
    }

    @Test
    void aLeafThatIsRewrittenWithItsLinkAndEveryHashIsFoundByTheSignature() {
        rewriteTree(3);

        assertThat(byHand.check().findings())
                .containsExactly(new LedgerFinding(What.ROOT_DIFFERS, 3, 5, null));
        assertThat(standing()).isInstanceOf(Standing.Broken.class);
    }

    @Test
    void aDeletedLeafIsMissedAtItsPlaceAndByItsLink() {
        var subject = subjectAt(2);
        rewrite("delete from ledger_leaf where id = " + leafAt(2));

        assertThat(byHand.check().findings())
                .containsExactly(
                        at(What.LEAF_MISSING, 3),
                        LedgerFinding.about(What.CUSTODY_UNRECORDED, "link " + subject));
        assertThat(standing()).isEqualTo(new Standing.Broken(seq(subject), Flaw.NO_LEAF));
    }

    @Test
    void aDeletedEntryIsMissedAtItsPlaceAndByItsLeaf() {
        var leaf = ledger.page(2, 3).entries().getFirst().leaf();
        rewrite("delete from ledger_entry where position = 2");

        assertThat(byHand.check().findings())
                .containsExactly(
                        at(What.ENTRY_MISSING, 3),
                        LedgerFinding.about(What.LEAF_LEFT_OUT, "leaf " + leaf));
    }

    @Test
    void anEntryPutIntoTheMiddleIsFoundThere() {
        rewrite(
                """
                insert into ledger_leaf select '%s', kind, 'made up', content, at, store
                    from ledger_leaf where id = %s;
                update ledger_entry set position = -position - 2 where position >= 2;
                update ledger_entry set position = -position - 1 where position < 0;
                insert into ledger_entry values (2, '%s', '%s')
                """
                        .formatted(new UUID(7, 7), leafAt(2), new UUID(7, 7), BYTES));

        assertThat(byHand.check().findings())
                .contains(
                        at(What.LEAF_ALTERED, 3),
                        new LedgerFinding(What.ROOT_DIFFERS, 3, 5, null),
                        new LedgerFinding(What.ENTRIES_UNSIGNED, 8, 8, null));
    }

    @Test
    void twoSwappedLeavesAreFoundAtBothPlaces() {
        rewrite(
                """
                create temporary table swapped as select * from ledger_entry
                    where position in (2, 3);
                delete from ledger_entry where position in (2, 3);
                insert into ledger_entry
                    select s.position, o.leaf, s.hash from swapped s
                    join swapped o on o.position <> s.position
                """);

        assertThat(byHand.check().findings())
                .containsExactly(at(What.LEAF_ALTERED, 3), at(What.LEAF_ALTERED, 4));
    }

    @Test
    void aDatabasePutBackToAnEarlierCheckpointIsFoundByWhatWasSignedLast() {
        rewrite(
                """
                delete from custody_entry where evidence || '/' || seq in (
                    select subject from ledger_leaf l join ledger_entry e on e.leaf = l.id
                    where position >= 5);
                delete from ledger_leaf where id in (
                    select leaf from ledger_entry where position >= 5);
                delete from ledger_entry where position >= 5;
                delete from ledger_node where last >= 5;
                delete from ledger_checkpoint where size > 5
                """);

        assertThat(byHand.check().findings())
                .containsExactly(LedgerFinding.about(What.ROLLED_BACK, "checkpoint 7"));
    }

    @Test
    void aLedgerThatGrowsAfterItWasPutBackIsStillFound() {
        rewrite(
                """
                delete from ledger_entry where position >= 5;
                delete from ledger_node where last >= 5;
                delete from ledger_checkpoint where size > 5
                """);
        view(1);
        byHand.sequence();

        assertThat(byHand.check().findings())
                .extracting(LedgerFinding::what)
                .containsExactly(What.LEAF_LEFT_OUT, What.LEAF_LEFT_OUT, What.ROLLED_BACK);
    }

    @Test
    void aCheckpointThatSaysSomethingElseIsForged() {
        rewrite("update ledger_checkpoint set note = replace(note, 'time 2', 'time 1')");

        assertThat(byHand.check().findings())
                .contains(at(What.CHECKPOINT_FORGED, 2), at(What.CHECKPOINT_FORGED, 7));
        assertThat(standing()).isEqualTo(new Standing.Forged(7));
    }

    @Test
    void aCheckpointFiledUnderAnotherSizeIsForged() {
        rewrite("update ledger_checkpoint set size = 6 where size = 5");

        assertThat(byHand.check().findings()).containsExactly(at(What.CHECKPOINT_FORGED, 6));
    }

    @Test
    void aRemovedCheckpointLeavesItsEntriesUnsigned() {
        rewrite("delete from ledger_checkpoint where size = 7");

        assertThat(byHand.check().findings())
                .containsExactly(
                        new LedgerFinding(What.ENTRIES_UNSIGNED, 6, 7, null),
                        LedgerFinding.about(What.ROLLED_BACK, "checkpoint 7"));
    }

    @Test
    void entriesCutOffAreMissedByTheirCheckpoint() {
        rewrite("delete from ledger_entry where position = 6");

        assertThat(byHand.check().findings())
                .contains(new LedgerFinding(What.ENTRIES_CUT_OFF, 7, 7, null));
    }

    @Test
    void aCheckpointOverMoreThanThereEverWasIsFoundAtOnce() {
        rewrite(
                """
                insert into ledger_checkpoint
                    select 1000000000000000, note from ledger_checkpoint where size = 7
                """);

        assertThat(byHand.check().findings())
                .containsExactly(
                        new LedgerFinding(What.ENTRIES_CUT_OFF, 8, 1_000_000_000_000_000L, null));
        assertThat(standing()).isEqualTo(new Standing.Forged(1_000_000_000_000_000L));
    }

    private void collect() {
        items.save(
                Transition.to(
                        item,
                        new EvidenceCollected(
                                item.incident(),
                                item.id(),
                                item.label(),
                                item.title(),
                                item.content(),
                                NOON,
                                RITA)));
        chains.append(CustodyEntry.collected(item, "as found"));
    }

    private void view(int times) {
        for (int i = 0; i < times; i++) {
            acting.as(RITA, "ViewEvidence", this::append);
        }
    }

    private void append() {
        chains.append(chains.lastForAppend(item.id()).next(Action.VIEWED, RITA, "look", NOON));
    }

    private Standing standing() {
        return byHand.standing(new CustodyChain(item, chains.of(item.id())));
    }

    private long place(long seq) {
        var subject = Leaf.custody(item.id(), seq);
        return ledger.custodyOf(item.id()).stream()
                .filter(placed -> placed.leaf().subject().equals(subject))
                .map(placed -> placed.entry())
                .findFirst()
                .orElseThrow()
                .position();
    }

    private static LedgerFinding at(What what, long entry) {
        return new LedgerFinding(what, entry, entry, null);
    }

    private static String leafAt(long position) {
        return "(select leaf from ledger_entry where position = " + position + ")";
    }

    private String subjectAt(long position) {
        return ledger.page(position, position + 1).leaves().values().iterator().next().subject();
    }

    private static long seq(String subject) {
        return Long.parseLong(subject.substring(subject.indexOf('/') + 1));
    }

    /** Everything that an entry's change touches below the signatures, made to fit. */
    private void rewriteTree(int entry) {
        var page = ledger.page(0, 7);
        var leaves = new ArrayList<Leaf>();
        page.entries().stream()
                .sorted(Comparator.comparingLong(one -> one.position()))
                .forEach(one -> leaves.add(page.leaves().get(one.leaf())));
        var before = leaves.get(entry - 1);
        var forged =
                new Leaf(
                        before.id(),
                        before.kind(),
                        before.subject(),
                        new Sha256(ZEROS),
                        before.at(),
                        before.store());
        leaves.set(entry - 1, forged);
        var tree = Growth.of(Frontier.EMPTY, leaves);
        var changes =
                new ArrayList<>(
                        List.of(
                                "update ledger_leaf set content = '"
                                        + BYTES
                                        + "' where id = '"
                                        + forged.id()
                                        + "'"));
        tree.entries()
                .forEach(
                        one ->
                                changes.add(
                                        "update ledger_entry set hash = '\\x%s' where position = %d"
                                                .formatted(one.hash(), one.position())));
        tree.nodes()
                .forEach(
                        node ->
                                changes.add(
                                        "update ledger_node set hash = '\\x%s' where last = %d and level = %d"
                                                .formatted(
                                                        node.hash(), node.last(), node.level())));
        rewrite(String.join(";", changes));
    }

    /** As the owner of the tables, with the triggers away. */
    private void rewrite(String sql) {
        var tables =
                List.of(
                        "custody_entry",
                        "ledger_leaf",
                        "ledger_entry",
                        "ledger_node",
                        "ledger_checkpoint");
        var all = new ArrayList<String>();
        tables.forEach(table -> all.add("alter table " + table + " disable trigger append_only"));
        all.add(sql);
        tables.forEach(table -> all.add("alter table " + table + " enable trigger append_only"));
        database.asOwner(String.join(";", all));
    }
}
