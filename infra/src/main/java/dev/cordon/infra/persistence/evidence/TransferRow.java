package dev.cordon.infra.persistence.evidence;

import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.PackageId;
import dev.cordon.domain.evidence.transfer.Answer;
import dev.cordon.domain.evidence.transfer.Receiver;
import dev.cordon.domain.evidence.transfer.Transfer;
import dev.cordon.domain.evidence.transfer.TransferId;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A transfer as it lies there, beside what the ledger has of it.
 *
 * @param transfer null if what is there can be none
 * @param digest of the hand-over, as the row says
 * @param leaf of the hand-over, in hexadecimal; null if it has none
 * @param answerDigest as the row says; null if nobody answered
 * @param answerLeaf in hexadecimal; null if it has none
 */
record TransferRow(
        UUID id,
        @Nullable Transfer transfer,
        String digest,
        @Nullable String leaf,
        @Nullable String answerDigest,
        @Nullable String answerLeaf) {

    /** The transfer, if its rows are what their leaves say. */
    Optional<Transfer> borneOut() {
        return Optional.ofNullable(transfer).filter(this::isBorneOut);
    }

    private boolean isBorneOut(Transfer read) {
        var handedOver = read.handedOver();
        if (!handedOver.hex().equals(digest) || !handedOver.hex().equals(leaf)) {
            return false;
        }
        var answer = read.answer();
        if (answer == null) {
            return answerDigest == null && answerLeaf == null;
        }
        var answered = answer.digest(handedOver).hex();
        return answered.equals(answerDigest) && answered.equals(answerLeaf);
    }

    static TransferRow read(ResultSet row, int index) throws SQLException {
        return new TransferRow(
                row.getObject("id", UUID.class),
                transfer(row),
                row.getString("digest"),
                row.getString("leaf"),
                row.getString("answer_digest"),
                row.getString("answer_leaf"));
    }

    private static @Nullable Transfer transfer(ResultSet row) throws SQLException {
        try {
            return new Transfer(
                    new TransferId(row.getObject("id", UUID.class)),
                    new PackageId(row.getObject("package", UUID.class)),
                    new IncidentId(row.getObject("incident", UUID.class)),
                    new StoreId(row.getObject("store", UUID.class)),
                    new Sha256(row.getString("content")),
                    new Receiver(
                            row.getString("receiver"),
                            row.getString("organisation"),
                            row.getString("reference")),
                    Transfer.Means.valueOf(row.getString("means")),
                    row.getString("purpose"),
                    new Actor.Person(row.getString("actor")),
                    Instant.parse(row.getString("at")),
                    answer(row));
        } catch (IllegalArgumentException | DateTimeException edited) {
            return null;
        }
    }

    private static @Nullable Answer answer(ResultSet row) throws SQLException {
        var by = row.getString("answered_by");
        if (by == null) {
            return null;
        }
        var at = Instant.parse(row.getString("answered_at"));
        var why = row.getString("why");
        return why == null
                ? new Answer.Receipt(
                        row.getString("signed_by"),
                        Instant.parse(row.getString("received_at")),
                        new EvidenceId(row.getObject("document", UUID.class)),
                        new Sha256(row.getString("document_content")),
                        new Actor.Person(by),
                        at)
                : new Answer.Ended(
                        Answer.Ended.Why.valueOf(why),
                        row.getString("reason"),
                        new Actor.Person(by),
                        at);
    }
}
