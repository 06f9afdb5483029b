package dev.cordon.infra.persistence.evidence;

import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static dev.cordon.domain.incident.IncidentFixtures.RITA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cordon.domain.evidence.EvidencePackage;
import dev.cordon.domain.evidence.PackageId;
import dev.cordon.domain.evidence.ledger.LedgerFinding;
import dev.cordon.domain.evidence.ledger.LedgerFinding.What;
import dev.cordon.domain.evidence.transfer.Answer.Ended.Why;
import dev.cordon.domain.evidence.transfer.Receiver;
import dev.cordon.domain.evidence.transfer.Transfer;
import dev.cordon.domain.evidence.transfer.Transfer.Means;
import dev.cordon.domain.evidence.transfer.TransferId;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.infra.persistence.PersistenceTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody does to transfers beside the tree, or makes up, who owns the tables. */
@PersistenceTest
class LedgerTransfersTest extends SevenLinks {

    private static final TransferId ID = new TransferId(new UUID(0, 9));

    private final Transition<EvidencePackage> asked =
            EvidencePackage.ask(
                    new PackageId(new UUID(0, 8)),
                    item.incident(),
                    item.store(),
                    true,
                    List.of(item.id()),
                    "trial",
                    "LKA",
                    RITA,
                    NOON);

    private final Transition<Transfer> handedOver = handOver(ID);

    private final Transition<Transfer> ended =
            handedOver.state().end(Why.NOT_ARRIVED, "lost", RITA, NOON);

    @BeforeEach
    void oneIsHandedOverAndOneAnswers() {
        acting.as(
                RITA,
                "TransferPackage",
                () -> {
                    parts.packages().ask(asked);
                    parts.transfers().add(handedOver);
                });
        acting.as(RITA, "EndTransfer", () -> parts.transfers().answer(ended));
        byHand.sequence();
    }

    @Test
    void anUntouchedTransferStandsInAWholeLedger() {
        assertThat(byHand.check().findings()).isEmpty();
        assertThat(parts.transfers().of(item.incident())).containsExactly(ended.state());
        assertThat(parts.transfers().find(ID, StoreScope.ALL)).contains(ended.state());
    }

    @Test
    void aReceiptIsKeptAsItWasGiven() {
        var another = new TransferId(new UUID(0, 10));
        var once = handOver(another);
        var received =
                once.state()
                        .receive(
                                once.state().digest(),
                                "E. Beispiel",
                                NOON.plusSeconds(5),
                                item,
                                RITA,
                                NOON.plusSeconds(9));
        acting.as(RITA, "TransferPackage", () -> parts.transfers().add(once));
        acting.as(RITA, "RecordReceipt", () -> parts.transfers().answer(received));
        byHand.sequence();

        assertThat(parts.transfers().find(another, StoreScope.ALL)).contains(received.state());
        assertThat(byHand.check().findings()).isEmpty();
    }

    private Transition<Transfer> handOver(TransferId id) {
        return Transfer.handOver(
                id,
                asked.state().recorded(Sha256.of(new byte[] {1}), NOON).state().ready(NOON),
                new Receiver("Erika Beispiel", "LKA Berlin", "Az. 12"),
                Means.COURIER,
                "trial",
                RITA,
                NOON);
    }

    @Test
    void whoAnswersAtTheSameTimeIsRefused() {
        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(
                        () ->
                                acting.as(
                                        RITA,
                                        "EndTransfer",
                                        () -> parts.transfers().answer(ended)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evidence_transfer set receiver = 'Mallory'",
                "evidence_transfer set organisation = 'another firm'",
                "evidence_transfer set reference = ''",
                "evidence_transfer set purpose = 'nothing'",
                "evidence_transfer set means = 'IN_PERSON'",
                "evidence_transfer set means = 'BY_PIGEON'",
                "evidence_transfer set content = repeat('0', 64)",
                "evidence_transfer set actor = 'mallory'",
                "evidence_transfer set at = 'never'",
                "evidence_transfer set store = gen_random_uuid()",
                "evidence_transfer set digest = repeat('0', 64)",
                "evidence_transfer_answer set reason = 'nothing'",
                "evidence_transfer_answer set why = 'RECALLED'",
                "evidence_transfer_answer set actor = 'mallory'",
                "evidence_transfer_answer set at = '2026-11-20T12:00:00Z'",
                "evidence_transfer_answer set digest = repeat('0', 64)",
                "evidence_transfer_answer set why = null, reason = null, signed_by = 'E', received_at = '2026-11-20T12:00:00Z', document_content = repeat('0', 64), document = (select id from evidence_item limit 1)"
            })
    void anEditedTransferIsFoundAndCountsForNothing(String edit) {
        rewrite("update " + edit);

        assertThat(byHand.check().findings())
                .containsExactly(LedgerFinding.about(What.TRANSFER_ALTERED, "transfer " + ID));
        assertThat(parts.transfers().of(item.incident())).isEmpty();
    }

    @Test
    void anAnswerThatIsTakenOutIsMissedByItsLeaf() {
        rewrite("delete from evidence_transfer_answer");

        assertThat(byHand.check().findings())
                .containsExactlyInAnyOrder(
                        LedgerFinding.about(What.TRANSFER_MISSING, "transfer " + ID + "/answer"),
                        LedgerFinding.about(What.TRANSFER_ALTERED, "transfer " + ID));
    }

    @Test
    void aTransferThatIsTakenOutIsMissedByItsLeaves() {
        rewrite("delete from evidence_transfer_answer; delete from evidence_transfer");

        assertThat(byHand.check().findings())
                .containsExactlyInAnyOrder(
                        LedgerFinding.about(What.TRANSFER_MISSING, "transfer " + ID),
                        LedgerFinding.about(What.TRANSFER_MISSING, "transfer " + ID + "/answer"));
    }

    @Test
    void aTransferThatIsEditedWithItsLeafIsFoundInTheTree() {
        var forged = Sha256.of(new byte[] {9}).hex();
        rewrite(
                """
                update ledger_leaf set content = decode('%s', 'hex')
                    where kind = 'EVIDENCE_TRANSFER' and subject not like '%%/answer'
                """
                        .formatted(forged));

        assertThat(byHand.check().findings())
                .extracting(LedgerFinding::what)
                .containsExactlyInAnyOrder(What.LEAF_ALTERED, What.TRANSFER_ALTERED);
    }
}
