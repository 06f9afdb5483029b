package dev.cordon.infra.persistence.evidence;

import static dev.cordon.domain.incident.IncidentFixtures.FJORD;
import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static dev.cordon.domain.incident.IncidentFixtures.RITA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.evidence.Anchors;
import dev.cordon.application.evidence.CheckpointKey;
import dev.cordon.application.evidence.CustodyChains;
import dev.cordon.application.evidence.EvidenceItems;
import dev.cordon.application.evidence.Lags;
import dev.cordon.application.evidence.Ledger;
import dev.cordon.application.evidence.LedgerByHand;
import dev.cordon.application.evidence.LedgerSequence;
import dev.cordon.application.evidence.MirrorMark;
import dev.cordon.application.evidence.Packages;
import dev.cordon.application.evidence.RecordedRevisions;
import dev.cordon.application.incident.Incidents;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.domain.evidence.CustodyChain;
import dev.cordon.domain.evidence.CustodyEntry;
import dev.cordon.domain.evidence.CustodyEntry.Action;
import dev.cordon.domain.evidence.EvidenceEvent.EvidenceCollected;
import dev.cordon.domain.evidence.EvidenceFixtures;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.evidence.ledger.Anchor;
import dev.cordon.domain.evidence.ledger.Frontier;
import dev.cordon.domain.evidence.ledger.Growth;
import dev.cordon.domain.evidence.ledger.Leaf;
import dev.cordon.domain.evidence.ledger.LedgerFinding;
import dev.cordon.domain.evidence.ledger.LedgerFinding.What;
import dev.cordon.domain.evidence.ledger.Standing;
import dev.cordon.domain.evidence.ledger.Standing.Flaw;
import dev.cordon.domain.incident.IncidentFixtures;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.infra.crypto.AnotherLedgerKey;
import dev.cordon.infra.persistence.Acting;
import dev.cordon.infra.persistence.Emptied;
import dev.cordon.infra.persistence.PersistenceTest;
import dev.cordon.infra.persistence.StoredIncident;
import dev.cordon.infra.timestamp.Tsa;
import dev.cordon.infra.vault.MirrorFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

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
    private final LedgerSequence sequence;
    private final CheckpointKey key;
    private final UnitOfWork work;
    private final Anchors anchors;
    private final Lags lags;
    private final MirrorMark mark;
    private final RecordedRevisions revisions;
    private final Packages packages;
    private final Incidents incidents;
    private final JdbcClient jdbc;
    private LedgerByHand byHand;
    private Instant now = NOON;
    @TempDir private Path folder;
    private Path share;
    private Tsa tsa;

    LedgerTest(
            EvidenceItems items,
            CustodyChains chains,
            Ledger ledger,
            LedgerSequence sequence,
            CheckpointKey key,
            UnitOfWork work,
            Anchors anchors,
            Lags lags,
            MirrorMark mark,
            RecordedRevisions revisions,
            Packages packages,
            Incidents incidents,
            JdbcClient jdbc,
            Acting acting,
            Emptied database,
            StoredIncident incident) {
        this.items = items;
        this.chains = chains;
        this.ledger = ledger;
        this.acting = acting;
        this.database = database;
        this.incident = incident;
        this.sequence = sequence;
        this.key = key;
        this.work = work;
        this.anchors = anchors;
        this.lags = lags;
        this.mark = mark;
        this.revisions = revisions;
        this.packages = packages;
        this.incidents = incidents;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void sevenLinks() throws IOException {
        database.empty();
        share = Files.createDirectory(folder.resolve("share"));
        tsa = new Tsa(folder, NOON);
        byHand = byHand(key);
        incident.store();
        acting.as(RITA, "CollectEvidence", this::collect);
        asIfRevisionsWereNotRecordedYet();
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

    @Test
    void aRevisionAndWhatItWroteIsALeaf() {
        change();
        byHand.sequence();

        assertThat(ledger.page(7, 8).leaves().values())
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

    @Test
    void aStampedAndMirroredLedgerIsWhole() {
        witness();
        byHand.anchor();

        assertThat(byHand.check().entries()).isEqualTo(8);
        assertThat(byHand.check().findings()).isEmpty();
        assertThat(tsa.asked()).isOne();
        assertThat(byHand.outside().authorities())
                .singleElement()
                .satisfies(one -> assertThat(one.last().size()).isEqualTo(7))
                .satisfies(one -> assertThat(one.pending()).isFalse());
    }

    @Test
    void aLedgerIsStampedAgainOnceItGrewAndTheTimeHasCome() {
        witness();
        view(1);
        byHand.sequence();
        byHand.anchor();
        var early = tsa.asked();
        now = NOON.plus(Duration.ofHours(1));

        byHand.anchor();

        assertThat(early).isOne();
        assertThat(byHand.outside().anchors()).extracting(Anchor::size).containsExactly(9L, 7L);
    }

    @Test
    void anEditedTimeStampIsFound() {
        witness();

        rewrite("update ledger_anchor set token = set_byte(token, length(token) - 1, 0)");
        assertThat(byHand.check().findings())
                .containsExactly(LedgerFinding.about(What.ANCHOR_ALTERED, "7/" + tsa.name()));
    }

    @Test
    void aTimeStampThatIsSaidToBeEarlierIsFound() {
        witness();

        rewrite("update ledger_anchor set at = '2020-01-01T00:00:00Z'");
        assertThat(byHand.check().findings())
                .containsExactly(LedgerFinding.about(What.ANCHOR_ALTERED, "7/" + tsa.name()));
    }

    @Test
    void aDroppedTimeStampIsMissedByItsLeaf() {
        witness();

        rewrite("delete from ledger_anchor");
        assertThat(byHand.check().findings())
                .containsExactly(LedgerFinding.about(What.ANCHOR_MISSING, "7/" + tsa.name()));
    }

    @Test
    void aTimeStampOfSomethingElseIsFoundThoughItsLeafWasMadeToFit() {
        byHand.anchor();
        var other = Tsa.tokenOf(tsa.stamps(), Sha256.of(new byte[1]));

        rewrite(
                """
                update ledger_anchor set token = decode('%1$s', 'base64');
                update ledger_leaf set content = sha256(decode('%1$s', 'base64'))
                    where kind = 'ANCHOR'
                """
                        .formatted(other));
        byHand.sequence();
        assertThat(byHand.check().findings())
                .containsExactly(LedgerFinding.about(What.ANCHOR_BROKEN, "7/" + tsa.name()));
    }

    @Test
    void whatIsNotStampedIsPendingForAReasonAndNeverMadeUp() {
        tsa.does(Tsa.Trick.REFUSES);
        byHand.anchor();
        byHand.anchor();

        var refused = byHand.outside();

        assertThat(tsa.asked()).isOne();
        assertThat(refused.anchors()).isEmpty();
        assertThat(refused.authorities().getFirst().lag().why()).isEqualTo("REFUSED");
        assertThat(refused.authorities().getFirst().lag().detail()).contains("not today");
        assertThat(byHand.check().findings()).isEmpty();

        now = NOON.plus(Duration.ofMinutes(1));
        tsa.does(Tsa.Trick.NONE);
        byHand.anchor();

        assertThat(byHand.outside().anchors()).hasSize(1);
        assertThat(byHand.outside().authorities().getFirst().lag()).isNull();
    }

    @Test
    void aDatabasePutBackIsFoundByTheMirrorAlone() {
        byHand.mirror();

        putBackToFive();
        assertThat(byHand(key).check().findings())
                .containsExactly(
                        LedgerFinding.about(What.ROLLED_BACK, "checkpoint 7 of the mirror"));
    }

    @Test
    void anotherHistoryOfTheSameLengthIsAFork() {
        byHand.mirror();

        putBackToFive();
        var anew = byHand(key);
        rewrite("delete from ledger_waiting");
        now = NOON.plusSeconds(1);
        view(2);
        anew.sequence();
        assertThat(anew.check().findings())
                .containsExactly(LedgerFinding.about(What.FORKED, "checkpoint 7 of the mirror"));
    }

    @Test
    void aRemovedCheckpointIsMissedByTheMirror() {
        byHand.mirror();

        rewrite("delete from ledger_checkpoint where size = 5");
        assertThat(byHand.check().findings())
                .containsExactly(
                        LedgerFinding.about(What.CHECKPOINT_REMOVED, "checkpoint 5 of the mirror"));
    }

    @Test
    void whatIsSignedAnewWithAnotherKeyIsForgedAndDiffersFromTheMirror() {
        byHand.mirror();
        var other = AnotherLedgerKey.made();
        var signed =
                List.of(2L, 5L, 7L).stream()
                        .map(size -> ledger.checkpoint(size).orElseThrow())
                        .map(note -> key.open(note).orElseThrow())
                        .map(said -> other.sign(said.size(), said.root(), said.at()))
                        .map(
                                note ->
                                        "update ledger_checkpoint set note = '%s' where size = %d"
                                                .formatted(note.note(), note.size()))
                        .toList();

        rewrite(String.join(";", signed));
        assertThat(byHand.check().findings())
                .contains(
                        at(What.CHECKPOINT_FORGED, 2),
                        at(What.CHECKPOINT_FORGED, 5),
                        at(What.CHECKPOINT_FORGED, 7));
        assertThat(byHand(other).check().findings())
                .extracting(LedgerFinding::what)
                .containsOnly(What.MIRROR_ALTERED);
    }

    @Test
    void aMirrorThatIsAwayIsToldAndCaughtUpLater() throws IOException {
        byHand.mirror();
        var away = folder.resolve("away");
        Files.move(share, away);
        view(1);
        byHand.sequence();
        byHand.mirror();

        var told = byHand.outside().mirrorLag();

        assertThat(told.why()).isEqualTo("MIRROR_AWAY");
        assertThat(byHand.check().findings())
                .extracting(LedgerFinding::what)
                .containsExactly(What.MIRROR_AWAY);

        Files.move(away, share);
        now = NOON.plus(Duration.ofMinutes(1));
        byHand.mirror();

        assertThat(byHand.outside().mirrorLag()).isNull();
        assertThat(byHand.check().findings()).isEmpty();
        assertThat(Files.readAllLines(share.resolve("checkpoints"))).hasSize(4);
    }

    @Test
    void anEmptyFolderDoesNotPassForTheMirrorThatWasThere() throws IOException {
        byHand.mirror();
        Files.delete(share.resolve("checkpoints"));
        view(1);
        byHand.sequence();

        byHand.mirror();

        assertThat(byHand.outside().mirrorLag().detail()).contains("is gone");
        assertThat(share).isEmptyDirectory();
        assertThat(byHand.check().findings())
                .extracting(LedgerFinding::what)
                .containsExactly(What.MIRROR_MISSING);
    }

    @Test
    void aLineThatACrashLeftHalfIsWrittenAgainAndAnEditedOneIsFound() throws IOException {
        byHand.mirror();
        var file = share.resolve("checkpoints");
        var whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.length() - 9));
        byHand.mirror();

        var mended = byHand.check().findings();
        Files.writeString(file, whole.replace("7 Y", "7 Z"));

        assertThat(mended).isEmpty();
        assertThat(byHand.check().findings())
                .extracting(LedgerFinding::what)
                .containsExactly(What.MIRROR_ALTERED);
    }

    @Test
    void aLineThatIsTakenOutOfTheMirrorIsMissed() throws IOException {
        byHand.mirror();
        var file = share.resolve("checkpoints");
        var lines = new ArrayList<>(Files.readAllLines(file));
        lines.remove(1);

        Files.write(file, lines);
        assertThat(byHand.check().findings())
                .containsExactly(
                        LedgerFinding.about(
                                What.MIRROR_ALTERED, "1 checkpoints are not in the mirror"));
    }

    private LedgerByHand byHand(CheckpointKey key) {
        return new LedgerByHand(
                ledger,
                sequence,
                key,
                work,
                () -> now,
                new LedgerByHand.Outside(
                        anchors,
                        tsa.stamps(),
                        lags,
                        MirrorFolder.at(share),
                        mark,
                        revisions,
                        packages));
    }

    /** So that the places of this table are those of one chain alone. */
    private void asIfRevisionsWereNotRecordedYet() {
        rewrite(
                """
                delete from ledger_waiting where leaf in (
                    select id from ledger_leaf where kind = 'REVISION');
                delete from ledger_leaf where kind = 'REVISION';
                insert into ledger_revisions_since select max(rev) from revision
                """);
    }

    /** Stamped, with the stamp's leaf in the tree, and mirrored. */
    private void witness() {
        byHand.anchor();
        byHand.sequence();
        byHand.mirror();
    }

    private void putBackToFive() {
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

    private void view(int times) {
        for (int i = 0; i < times; i++) {
            acting.as(RITA, "ViewEvidence", this::append);
        }
    }

    private void append() {
        chains.append(chains.lastForAppend(item.id()).next(Action.VIEWED, RITA, "look", now));
    }

    @AfterEach
    void stop() {
        tsa.close();
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
                        "ledger_anchor",
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
