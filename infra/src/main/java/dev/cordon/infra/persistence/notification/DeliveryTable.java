package dev.cordon.infra.persistence.notification;

import dev.cordon.domain.notification.CampaignId;
import dev.cordon.domain.notification.Delivery;
import dev.cordon.domain.notification.Delivery.Status;
import dev.cordon.domain.notification.Recipient;
import dev.cordon.infra.crypto.DataKey;
import dev.cordon.infra.crypto.DataKeys;
import dev.cordon.infra.crypto.Subject;
import dev.cordon.infra.persistence.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of deliveries and the one of what happened to them. Recipients and servers' words,
 * which often repeat the recipient's address, are encrypted under the campaign's key.
 */
@Component
class DeliveryTable {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final DataKeys keys;

    DeliveryTable(JdbcClient jdbc, JdbcTemplate batches, DataKeys keys) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.keys = keys;
    }

    void add(CampaignId campaign, List<Recipient> recipients) {
        var key = keys.of(subject(campaign));
        batches.batchUpdate(
                """
                insert into delivery (campaign, ordinal, language, recipient, status, attempts,
                    message_id, proof, server, note)
                values (?, ?, ?, ?, 'PENDING', 0, '', null, '', '')
                """,
                recipients.stream()
                        .map(
                                recipient ->
                                        new Object[] {
                                            campaign.value(),
                                            recipient.ordinal(),
                                            recipient.language(),
                                            key.seal(
                                                    recipientPlace(recipient.ordinal()),
                                                    RecipientJson.of(recipient))
                                        })
                        .toList());
    }

    /**
     * The deliveries that the condition names, decrypted.
     *
     * @param condition and order, after {@code where campaign = ?}
     */
    List<Delivery> select(CampaignId campaign, String condition, Object... values) {
        var key = keys.find(subject(campaign)).orElse(null);
        return jdbc.sql("select * from delivery where campaign = ? and " + condition)
                .param(campaign.value())
                .params(List.of(values))
                .query((row, _) -> delivery(row, key))
                .list();
    }

    /** Stores where a delivery stands now, and an entry that it came to stand there. */
    void move(Delivery now, String actor) {
        write(now, actor, "true");
    }

    /**
     * Stores what became of the attempt, unless somebody decided about it or it was tried again:
     * then it leaves an entry alone, which says that it changes nothing any more.
     */
    void settle(Delivery now, String actor) {
        write(now, actor, "status in ('IN_FLIGHT', 'UNKNOWN') and attempts = :attempts");
    }

    /** One round trip: a dispatch makes two for every message. */
    private void write(Delivery now, String actor, String condition) {
        jdbc.sql(
                        """
                        with moved as (
                            update delivery set status = :status, attempts = :attempts,
                                next_attempt = :next, message_id = :message, proof = :proof,
                                server = :server, note = :note, at = :at
                            where campaign = :campaign and ordinal = :ordinal and %s
                            returning ordinal)
                        insert into delivery_event (campaign, ordinal, attempt, status, counts,
                            message_id, proof, server, note, actor, at)
                        values (:campaign, :ordinal, :attempts, :status,
                            exists (select from moved), :message, :proof, :server, :note, :actor,
                            :at)
                        """
                                .formatted(condition))
                .param("status", now.status().name())
                .param("attempts", now.attempts())
                .param("next", Times.utcOrNull(now.nextAttempt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("message", now.messageId())
                .param("proof", sealed(now), Types.BINARY)
                .param("server", now.server())
                .param("note", now.note())
                .param("at", Times.utcOrNull(now.at()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("campaign", now.campaign().value())
                .param("ordinal", now.ordinal())
                .param("actor", actor)
                .update();
    }

    private byte @Nullable [] sealed(Delivery delivery) {
        if (delivery.proof().isEmpty()) {
            return null;
        }
        return keys.find(subject(delivery.campaign()))
                .map(key -> key.seal(proofPlace(delivery.ordinal()), delivery.proof()))
                .orElse(null);
    }

    private static Delivery delivery(ResultSet row, @Nullable DataKey key) throws SQLException {
        int ordinal = row.getInt("ordinal");
        var proof = row.getBytes("proof");
        var recipient =
                key == null
                        ? RecipientJson.SHREDDED
                        : RecipientJson.parse(
                                key.open(recipientPlace(ordinal), row.getBytes("recipient")));
        return new Delivery(
                new CampaignId(row.getObject("campaign", UUID.class)),
                recipient.toDomain(ordinal, row.getString("language")),
                Status.valueOf(row.getString("status")),
                row.getInt("attempts"),
                Times.instantOrNull(row, "next_attempt"),
                row.getString("message_id"),
                key == null || proof == null ? "" : key.open(proofPlace(ordinal), proof),
                row.getString("server"),
                row.getString("note"),
                Times.instantOrNull(row, "at"));
    }

    /** Whether the campaign's recipients can still be read. */
    boolean isReadable(CampaignId campaign) {
        return keys.find(subject(campaign)).isPresent();
    }

    private static Subject subject(CampaignId campaign) {
        return Subject.campaign(campaign.value());
    }

    private static String recipientPlace(int ordinal) {
        return "delivery/" + ordinal + "/recipient";
    }

    private static String proofPlace(int ordinal) {
        return "delivery/" + ordinal + "/proof";
    }
}
