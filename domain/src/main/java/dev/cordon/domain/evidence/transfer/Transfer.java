package dev.cordon.domain.evidence.transfer;

import dev.cordon.domain.evidence.CustodyEntry;
import dev.cordon.domain.evidence.CustodyEntry.Action;
import dev.cordon.domain.evidence.EvidenceEvent.PackageTransferred;
import dev.cordon.domain.evidence.EvidenceEvent.ReceiptRecorded;
import dev.cordon.domain.evidence.EvidenceEvent.TransferEnded;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.evidence.EvidencePackage;
import dev.cordon.domain.evidence.EvidencePackage.Phase;
import dev.cordon.domain.evidence.PackageId;
import dev.cordon.domain.evidence.transfer.Answer.Ended;
import dev.cordon.domain.evidence.transfer.Answer.Receipt;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Canonical;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Transition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A package was given into the hands of somebody outside, who confirms that it arrived as it left.
 *
 * @param digest of the bytes of the package's {@code custody.json}, which binds all in it: what the
 *     receiver reads from their own check and states
 * @param purpose why they get it
 * @param by who handed it over
 * @param answer null while their receipt is awaited
 */
public record Transfer(
        TransferId id,
        PackageId evidencePackage,
        IncidentId incident,
        StoreId store,
        Sha256 digest,
        Receiver to,
        Means means,
        String purpose,
        Actor.Person by,
        Instant at,
        @Nullable Answer answer) {

    /** How a package changes hands. A name is hashed and stays. */
    public enum Means {
        /** From hand to hand, on a carrier. */
        IN_PERSON,
        /** By post or a carrier service. */
        COURIER,
        /** Over a network. */
        ELECTRONIC
    }

    public Transfer {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Hands a package over.
     *
     * @throws IllegalTransition if it is not ready
     */
    public static Transition<Transfer> handOver(
            TransferId id,
            EvidencePackage made,
            Receiver to,
            Means means,
            String purpose,
            Actor.Person by,
            Instant at) {
        if (!(made.phase() instanceof Phase.Ready(_, var digest, _))) {
            throw new IllegalTransition(
                    "package " + made.id(),
                    made.phase().getClass().getSimpleName(),
                    "be handed over");
        }
        var transfer =
                new Transfer(
                        id,
                        made.id(),
                        made.incident(),
                        made.store(),
                        digest,
                        to,
                        means,
                        purpose,
                        by,
                        at,
                        null);
        return Transition.to(
                transfer,
                new PackageTransferred(
                        made.incident(), id, to.text(), purpose, digest, transfer.at(), by));
    }

    /** Whether that is the digest of what was handed over. */
    public boolean isWhatLeft(Sha256 stated) {
        return stated.equals(digest);
    }

    /** Whether the receiver has not answered yet. */
    public boolean isAwaited() {
        return answer == null;
    }

    /**
     * Records that the receiver confirmed its arrival.
     *
     * @param stated the digest that they read from their own check of what they received
     * @param signedBy who signed for it
     * @param receivedAt when it reached them, as they say
     * @param document what they signed or wrote, as evidence of the same incident
     * @throws IllegalArgumentException if they state another digest, if it would have arrived
     *     before it left or in the future, or if the document is older than the hand-over
     */
    public Transition<Transfer> receive(
            Sha256 stated,
            String signedBy,
            Instant receivedAt,
            EvidenceItem document,
            Actor.Person by,
            Instant now) {
        requireAwaited("be received");
        if (!isWhatLeft(stated)) {
            throw new IllegalArgumentException(
                    "what arrived has the digest %s, what left has %s; compare them again, or record"
                                    .formatted(stated, digest)
                            + " that it did not arrive as it left");
        }
        if (receivedAt.isAfter(now) || receivedAt.isBefore(at.truncatedTo(ChronoUnit.MINUTES))) {
            throw new IllegalArgumentException(
                    "a package is received after it was handed over, and not in the future");
        }
        requireReceipt(document);
        var receipt = new Receipt(signedBy, receivedAt, document.id(), document.content(), by, now);
        return Transition.to(
                answered(receipt),
                new ReceiptRecorded(
                        incident,
                        id,
                        to.text(),
                        receipt.signedBy(),
                        document.label(),
                        receipt.at(),
                        by));
    }

    /**
     * Taken in before the hand-over it cannot speak of it; that keeps the package's own out too.
     */
    public boolean mayBeReceipt(EvidenceItem document) {
        return document.incident().equals(incident)
                && !document.custody().isDisposedOf()
                && !document.acquisition().receivedAt().isBefore(at);
    }

    private void requireReceipt(EvidenceItem document) {
        if (!mayBeReceipt(document)) {
            throw new IllegalArgumentException(
                    "a receipt is evidence of the same incident, taken in after the hand-over");
        }
    }

    /** Records that there will be no receipt. */
    public Transition<Transfer> end(Ended.Why why, String reason, Actor.Person by, Instant now) {
        requireAwaited("end");
        var ended = new Ended(why, reason, by, now);
        return Transition.to(
                answered(ended),
                new TransferEnded(incident, id, to.text(), why, reason, ended.at(), by));
    }

    /** The link that says so in the chain of each item of the package: the newest that happened. */
    public CustodyEntry link(CustodyEntry last) {
        return switch (answer) {
            case null -> last.next(Action.TRANSFERRED, by, to.text(), said(purpose), at);
            case Receipt receipt ->
                    last.next(
                            Action.RECEIVED,
                            receipt.by(),
                            to.text(),
                            said(
                                    "signed for by %s, received %s, receipt %s"
                                            .formatted(
                                                    receipt.signedBy(),
                                                    receipt.receivedAt(),
                                                    receipt.content())),
                            receipt.at());
            case Ended ended ->
                    last.next(
                            Action.NOT_RECEIVED,
                            ended.by(),
                            to.text(),
                            said(ended.why() + ": " + ended.reason()),
                            ended.at());
        };
    }

    private String said(String what) {
        return "transfer %s of package %s (%s) %s: %s"
                .formatted(id, evidencePackage, digest, means, what);
    }

    /** The digest of the hand-over, in the form {@code cordon/evidence/transfer/v1}. */
    public Sha256 handedOver() {
        return Canonical.tagged("cordon/evidence/transfer/v1")
                .add(id.toString())
                .add(evidencePackage.toString())
                .add(incident.toString())
                .add(store.toString())
                .add(digest)
                .add(to.name())
                .add(to.organisation())
                .add(to.reference())
                .add(means.name())
                .add(purpose)
                .add(by.reference())
                .add(at)
                .sha256();
    }

    private Transfer answered(Answer answer) {
        return new Transfer(
                id, evidencePackage, incident, store, digest, to, means, purpose, by, at, answer);
    }

    private void requireAwaited(String verb) {
        if (!isAwaited()) {
            throw new IllegalTransition("transfer " + id, "answered", verb);
        }
    }
}
