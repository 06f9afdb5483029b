package dev.cordon.infra.persistence.evidence;

import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.evidence.ledger.LedgerFinding;
import dev.cordon.domain.evidence.ledger.LedgerFinding.What;
import dev.cordon.infra.crypto.AnotherLedgerKey;
import dev.cordon.infra.persistence.PersistenceTest;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What somebody does who owns the tables or the mirror, and not both. */
@PersistenceTest
class LedgerMirrorTest extends SevenLinks {

    @Test
    void aDatabasePutBackIsFoundByTheMirrorAlone() {
        byHand.mirror();

        putBackToFive();
        assertThat(afterARestart(parts.key()).check().findings())
                .containsExactly(
                        LedgerFinding.about(What.ROLLED_BACK, "checkpoint 7 of the mirror"));
    }

    @Test
    void anotherHistoryOfTheSameLengthIsAFork() {
        byHand.mirror();

        putBackToFive();
        var anew = afterARestart(parts.key());
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
                        .map(size -> parts.ledger().checkpoint(size).orElseThrow())
                        .map(note -> parts.key().open(note).orElseThrow())
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
        assertThat(afterARestart(other).check().findings())
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
}
