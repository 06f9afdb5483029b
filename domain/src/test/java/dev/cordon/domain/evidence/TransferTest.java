package dev.cordon.domain.evidence;

import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static dev.cordon.domain.incident.IncidentFixtures.RITA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cordon.domain.evidence.CustodyEntry.Action;
import dev.cordon.domain.evidence.EvidenceEvent.PackageTransferred;
import dev.cordon.domain.evidence.EvidenceEvent.ReceiptRecorded;
import dev.cordon.domain.evidence.EvidenceEvent.TransferEnded;
import dev.cordon.domain.evidence.transfer.Answer;
import dev.cordon.domain.evidence.transfer.Answer.Ended.Why;
import dev.cordon.domain.evidence.transfer.Receiver;
import dev.cordon.domain.evidence.transfer.Transfer;
import dev.cordon.domain.evidence.transfer.Transfer.Means;
import dev.cordon.domain.evidence.transfer.TransferId;
import dev.cordon.domain.incident.IncidentFixtures;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.kernel.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransferTest {

    private static final Actor.Person CARLA = new Actor.Person("carla");
    private static final Sha256 DIGEST = Sha256.of(new byte[] {1});
    private static final Sha256 OTHER = Sha256.of(new byte[] {2});
    private static final Instant AT = NOON.plus(Duration.ofHours(1));
    private static final Instant NOW = AT.plus(Duration.ofHours(3));
    private static final Receiver POLICE =
            new Receiver(" Erika Beispiel ", "LKA Berlin", "Az. 12 Js 3/26");

    private final EvidenceItem item = EvidenceFixtures.anItem();

    @Test
    void aReadyPackageIsHandedOverAndItsItemsChainsSayToWhomHowAndWhy() {
        var handedOver = Transfer.handOver(id(), ready(), POLICE, Means.COURIER, "trial", RITA, AT);

        var transfer = handedOver.state();
        assertThat(transfer.isAwaited()).isTrue();
        assertThat(transfer.digest()).isEqualTo(DIGEST);
        assertThat(handedOver.events())
                .containsExactly(
                        new PackageTransferred(
                                item.incident(),
                                id(),
                                "Erika Beispiel, LKA Berlin (Az. 12 Js 3/26)",
                                "trial",
                                DIGEST,
                                AT,
                                RITA));
        var link = transfer.link(CustodyEntry.collected(item, "why"));
        assertThat(link.action()).isEqualTo(Action.TRANSFERRED);
        assertThat(link.counterpart()).isEqualTo("Erika Beispiel, LKA Berlin (Az. 12 Js 3/26)");
        assertThat(link.purpose())
                .contains(DIGEST.hex(), "COURIER", "trial", transfer.evidencePackage().toString());
        assertThat(link.isIntact()).isTrue();
    }

    @Test
    void aPackageThatIsNotReadyIsNotHandedOver() {
        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(
                        () ->
                                Transfer.handOver(
                                        id(), asked(), POLICE, Means.COURIER, "trial", RITA, AT));
    }

    @Test
    void aReceiptIsRecordedWithWhoSignedWhatAndWhen() {
        var paper = paper(AT.plusSeconds(1));

        var answered =
                transfer().receive(DIGEST, " E. Beispiel ", AT.plusSeconds(9), paper, CARLA, NOW);

        assertThat(answered.state().answer())
                .isEqualTo(
                        new Answer.Receipt(
                                "E. Beispiel",
                                AT.plusSeconds(9),
                                paper.id(),
                                paper.content(),
                                CARLA,
                                NOW));
        assertThat(answered.events())
                .containsExactly(
                        new ReceiptRecorded(
                                item.incident(),
                                id(),
                                POLICE.text(),
                                "E. Beispiel",
                                paper.label(),
                                NOW,
                                CARLA));
        var link = answered.state().link(CustodyEntry.collected(item, "why"));
        assertThat(link.action()).isEqualTo(Action.RECEIVED);
        assertThat(link.by()).isEqualTo(CARLA);
        assertThat(link.purpose()).contains("E. Beispiel", paper.content().hex());
    }

    @Test
    void whatArrivedWithAnotherDigestIsNoReceipt() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> receive(OTHER, AT.plusSeconds(9), paper(NOW)))
                .withMessageContaining(OTHER.hex())
                .withMessageContaining(DIGEST.hex());
    }

    @Test
    void nothingIsReceivedBeforeItLeftOrInTheFuture() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> receive(DIGEST, AT.minusSeconds(61), paper(NOW)));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> receive(DIGEST, NOW.plusSeconds(1), paper(NOW)));
        assertThat(receive(DIGEST, NOW, paper(NOW)).isAwaited()).isFalse();
        // Whoever hands over at 13:00:20 may be told 13:00.
        var late = transferAt(AT.plusSeconds(20));
        assertThat(late.receive(DIGEST, "E", AT, paper(NOW), CARLA, NOW).state().isAwaited())
                .isFalse();
    }

    @Test
    void aPaperThatCannotSpeakOfItIsNoReceipt() {
        assertThat(transfer().mayBeReceipt(paper(AT))).isTrue();
        assertThat(transfer().mayBeReceipt(paper(AT.minusSeconds(1)))).isFalse();
        assertThat(transfer().mayBeReceipt(ofAnotherIncident())).isFalse();
        assertThat(transfer().mayBeReceipt(disposedOf())).isFalse();
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> receive(DIGEST, NOW, paper(AT.minusSeconds(1))));
    }

    @Test
    void thatThereWillBeNoReceiptIsRecordedWithItsReason() {
        var ended = transfer().end(Why.REFUSED, "no room", CARLA, NOW);

        assertThat(ended.events())
                .containsExactly(
                        new TransferEnded(
                                item.incident(),
                                id(),
                                POLICE.text(),
                                Why.REFUSED,
                                "no room",
                                NOW,
                                CARLA));
        var link = ended.state().link(CustodyEntry.collected(item, "why"));
        assertThat(link.action()).isEqualTo(Action.NOT_RECEIVED);
        assertThat(link.purpose()).contains("REFUSED: no room");
    }

    @Test
    void nobodyAnswersTwice() {
        var ended = transfer().end(Why.REFUSED, "no room", CARLA, NOW).state();

        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> ended.end(Why.RECALLED, "again", CARLA, NOW));
        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> ended.receive(DIGEST, "E", NOW, paper(NOW), CARLA, NOW));
    }

    @Test
    void eachWordOfItIsHashed() {
        var transfer = transfer();
        var digests =
                List.of(
                        transfer.handedOver(),
                        transferAt(AT.plusMillis(1)).handedOver(),
                        to(new Receiver("Erika Beispiel", "LKA", "Berlin")).handedOver(),
                        to(new Receiver("Erika Beispiel", "LKA Berlin", "")).handedOver(),
                        answer("E", NOW).digest(transfer.handedOver()),
                        answer("F", NOW).digest(transfer.handedOver()),
                        answer("E", AT).digest(transfer.handedOver()),
                        answer("E", NOW).digest(DIGEST),
                        new Answer.Ended(Why.REFUSED, "r", CARLA, NOW)
                                .digest(transfer.handedOver()),
                        new Answer.Ended(Why.RECALLED, "r", CARLA, NOW)
                                .digest(transfer.handedOver()));

        assertThat(digests).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "two\nlines", "a\u0000b"})
    void whoReceivesItIsNamedOnOneLine(String name) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new Receiver(name, "LKA", ""));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new Receiver("E", name, ""));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> answer(name, NOW));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new Receiver("E", "LKA", "x".repeat(201)));
    }

    private Transfer receive(Sha256 stated, Instant at, EvidenceItem paper) {
        return transfer().receive(stated, "E. Beispiel", at, paper, CARLA, NOW).state();
    }

    private Answer.Receipt answer(String signed, Instant received) {
        return new Answer.Receipt(signed, received, item.id(), OTHER, CARLA, NOW);
    }

    private static TransferId id() {
        return new TransferId(new UUID(0, 40));
    }

    private Transfer transfer() {
        return transferAt(AT);
    }

    private Transfer transferAt(Instant at) {
        return Transfer.handOver(id(), ready(), POLICE, Means.IN_PERSON, "trial", RITA, at).state();
    }

    private Transfer to(Receiver receiver) {
        return Transfer.handOver(id(), ready(), receiver, Means.IN_PERSON, "trial", RITA, AT)
                .state();
    }

    private EvidencePackage asked() {
        return EvidencePackage.ask(
                        new PackageId(new UUID(0, 30)),
                        item.incident(),
                        item.store(),
                        true,
                        List.of(item.id()),
                        "trial",
                        "LKA",
                        RITA,
                        NOON)
                .state();
    }

    private EvidencePackage ready() {
        return asked().recorded(DIGEST, NOON).state().ready(NOON);
    }

    private EvidenceItem paper(Instant receivedAt) {
        return paper(IncidentFixtures.anIncident().id(), receivedAt);
    }

    private EvidenceItem ofAnotherIncident() {
        return paper(new IncidentId(new UUID(0, 77)), NOW);
    }

    private EvidenceItem disposedOf() {
        return paper(NOW)
                .planDisposal("no longer needed", RITA, NOW)
                .state()
                .approveDisposal(CARLA, NOW)
                .state();
    }

    private EvidenceItem paper(IncidentId incident, Instant receivedAt) {
        return EvidenceItem.collect(
                        new EvidenceId(new UUID(0, 50)),
                        incident,
                        item.store(),
                        EvidenceItem.label(2),
                        EvidenceKind.FILE,
                        "The signed receipt",
                        "receipt.pdf",
                        OTHER,
                        3,
                        EvidenceFixtures.AS_IT_CAME,
                        Acquisition.now(
                                RITA,
                                receivedAt,
                                "upload",
                                "Cordon 0.1",
                                "post",
                                null,
                                null,
                                Coverage.UNKNOWN),
                        NOON.plus(Duration.ofDays(1000)))
                .state();
    }
}
