package dev.cordon.infra.persistence.evidence;

import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.evidence.ledger.Anchor;
import dev.cordon.domain.evidence.ledger.LedgerFinding;
import dev.cordon.domain.evidence.ledger.LedgerFinding.What;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.persistence.PersistenceTest;
import dev.cordon.infra.timestamp.Tsa;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What somebody does to the time-stamps of the ledger. */
@PersistenceTest
class LedgerStampsTest extends SevenLinks {

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

    /** Stamped, with the stamp's leaf in the tree, and mirrored. */
    private void witness() {
        byHand.anchor();
        byHand.sequence();
        byHand.mirror();
    }
}
