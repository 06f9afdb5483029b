package dev.cordon.infra.persistence.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.evidence.ledger.Frontier;
import dev.cordon.domain.evidence.ledger.Growth;
import dev.cordon.domain.evidence.ledger.Leaf;
import dev.cordon.domain.evidence.ledger.LedgerFinding;
import dev.cordon.domain.evidence.ledger.LedgerFinding.What;
import dev.cordon.domain.evidence.ledger.Standing;
import dev.cordon.domain.evidence.ledger.Standing.Flaw;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.persistence.PersistenceTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What somebody does to the tree and its signatures who owns the tables. */
@PersistenceTest
class LedgerTamperTest extends SevenLinks {

    private static final String ZEROS = "0".repeat(64);
    private static final String BYTES = "\\x" + ZEROS;

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
        var leaf = parts.ledger().page(2, 3).entries().getFirst().leaf();
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
        putBackToFive();

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

    private static String leafAt(long position) {
        return "(select leaf from ledger_entry where position = " + position + ")";
    }

    private String subjectAt(long position) {
        return parts.ledger()
                .page(position, position + 1)
                .leaves()
                .values()
                .iterator()
                .next()
                .subject();
    }

    private static long seq(String subject) {
        return Long.parseLong(subject.substring(subject.indexOf('/') + 1));
    }

    /** Everything that an entry's change touches below the signatures, made to fit. */
    private void rewriteTree(int entry) {
        var page = parts.ledger().page(0, 7);
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
}
