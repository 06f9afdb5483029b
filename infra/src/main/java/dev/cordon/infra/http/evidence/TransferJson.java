package dev.cordon.infra.http.evidence;

import dev.cordon.domain.evidence.transfer.Answer;
import dev.cordon.domain.evidence.transfer.Transfer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A package in the hands of somebody outside.
 *
 * @param digest the SHA-256 of the package's {@code custody.json}: what they state when they
 *     confirm it
 * @param name the person who received it
 * @param organisation whom they act for
 * @param reference by which they file it; empty if they named none
 * @param receipt what they confirmed; not there before, or if there will be none
 * @param ended why there will be no receipt; not there otherwise
 */
record TransferJson(
        UUID id,
        UUID evidencePackage,
        UUID incident,
        UUID store,
        String digest,
        String name,
        String organisation,
        String reference,
        Transfer.Means means,
        String purpose,
        String by,
        Instant at,
        @Nullable ReceivedTransferJson receipt,
        @Nullable EndedTransferJson ended) {

    /**
     * They have it as it left.
     *
     * @param signedBy who signed for it there
     * @param receivedAt when it reached them, as they say
     * @param document the id of the item that holds what they signed or wrote
     * @param sha256 that item's digest
     * @param by who recorded it here
     */
    record ReceivedTransferJson(
            String signedBy,
            Instant receivedAt,
            UUID document,
            String sha256,
            String by,
            Instant at) {}

    /** There will be no receipt. */
    record EndedTransferJson(Answer.Ended.Why why, String reason, String by, Instant at) {}

    static TransferJson of(Transfer transfer) {
        return new TransferJson(
                transfer.id().value(),
                transfer.evidencePackage().value(),
                transfer.incident().value(),
                transfer.store().value(),
                transfer.digest().hex(),
                transfer.to().name(),
                transfer.to().organisation(),
                transfer.to().reference(),
                transfer.means(),
                transfer.purpose(),
                transfer.by().reference(),
                transfer.at(),
                transfer.answer() instanceof Answer.Receipt receipt ? receipt(receipt) : null,
                transfer.answer() instanceof Answer.Ended ended ? ended(ended) : null);
    }

    private static ReceivedTransferJson receipt(Answer.Receipt receipt) {
        return new ReceivedTransferJson(
                receipt.signedBy(),
                receipt.receivedAt(),
                receipt.document().value(),
                receipt.content().hex(),
                receipt.by().reference(),
                receipt.at());
    }

    private static EndedTransferJson ended(Answer.Ended ended) {
        return new EndedTransferJson(
                ended.why(), ended.reason(), ended.by().reference(), ended.at());
    }
}
