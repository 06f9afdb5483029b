package dev.cordon.infra.persistence.evidence;

import static dev.cordon.domain.incident.IncidentFixtures.FJORD;
import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static dev.cordon.domain.incident.IncidentFixtures.RITA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.domain.evidence.CustodyEntry.Action;
import dev.cordon.domain.evidence.ledger.Leaf;
import dev.cordon.domain.evidence.ledger.Standing;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.infra.persistence.PersistenceTest;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Seven links of one chain, signed for at two, five and seven, as the program leaves them. */
@PersistenceTest
class LedgerTest extends SevenLinks {

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
                                            evidence.append(item.id(), now);
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
        var leaf = parts.ledger().custodyOf(item.id()).getFirst().leaf().id();
        var elsewhere = new StoreScope.Only(Set.of(new StoreId(new UUID(0, 2))));

        assertThat(parts.ledger().leaf(leaf, elsewhere)).isEmpty();
        assertThat(parts.ledger().leaf(leaf, new StoreScope.Only(Set.of(FJORD)))).isPresent();
        assertThatThrownBy(() -> byHand.check(elsewhere)).isInstanceOf(NotFound.class);
    }

    private long place(long seq) {
        var subject = Leaf.custody(item.id(), seq);
        return parts.ledger().custodyOf(item.id()).stream()
                .filter(placed -> placed.leaf().subject().equals(subject))
                .map(placed -> placed.entry())
                .findFirst()
                .orElseThrow()
                .position();
    }
}
