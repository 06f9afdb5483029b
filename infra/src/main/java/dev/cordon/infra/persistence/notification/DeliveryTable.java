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
        var key = keys.find(subject(now.campaign())).orElse(null);
        var proof = sealed(key, now);
        jdbc.sql(
                        """
                        update delivery set status = ?, attempts = ?, next_attempt = ?,
                            message_id = ?, proof = ?, server = ?, note = ?, at = ?
                        where campaign = ? and ordinal = ?
                        """)
                .param(now.status().name())
                .param(now.attempts())
                .param(Times.utcOrNull(now.nextAttempt()))
                .param(now.messageId())
                .param(proof)
                .param(now.server())
                .param(now.note())
                .param(Times.utcOrNull(now.at()))
                .param(now.campaign().value())
                .param(now.ordinal())
                .update();
        log(now, actor, true, proof);
    }

    /** Leaves an entry alone: something was learned that changes nothing any more. */
    void note(Delivery learned, String actor) {
        var key = keys.find(subject(learned.campaign())).orElse(null);
        log(learned, actor, false, sealed(key, learned));
    }

    private void log(Delivery delivery, String actor, boolean counts, byte @Nullable [] proof) {
        jdbc.sql(
                        """
                        insert into delivery_event (campaign, ordinal, attempt, status, counts,
                            message_id, proof, server, note, actor, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(delivery.campaign().value())
                .param(delivery.ordinal())
                .param(delivery.attempts())
                .param(delivery.status().name())
                .param(counts)
                .param(delivery.messageId())
                .param(proof)
                .param(delivery.server())
                .param(delivery.note())
                .param(actor)
                .param(Times.utcOrNull(delivery.at()))
                .update();
    }

    private static byte @Nullable [] sealed(@Nullable DataKey key, Delivery delivery) {
        return key == null || delivery.proof().isEmpty()
                ? null
                : key.seal(proofPlace(delivery.ordinal()), delivery.proof());
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
