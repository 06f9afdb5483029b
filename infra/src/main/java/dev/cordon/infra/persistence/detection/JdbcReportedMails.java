package dev.cordon.infra.persistence.detection;

import static dev.cordon.infra.persistence.Times.utc;

import dev.cordon.application.detection.ReportedMails;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.MailReport;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcReportedMails implements ReportedMails {

    private final JdbcClient jdbc;

    JdbcReportedMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<AlertId> alertOf(StoreId store, Sha256 content) {
        return alertOfAny(store, List.of(content));
    }

    @Override
    public Optional<AlertId> alertOfAny(StoreId store, List<Sha256> ids) {
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql(
                        """
                        select alert from reported_mail where store = :store and key in (:keys)
                        order by taken_at desc, alert desc limit 1
                        """)
                .param("store", store.value())
                .param("keys", ids.stream().map(Sha256::bytes).toList())
                .query(UUID.class)
                .optional()
                .map(AlertId::new);
    }

    /** Two mails may have one Message-ID: the first one's stands. */
    @Override
    public void remember(StoreId store, MailReport mail, AlertId alert, Instant at) {
        insert(store, mail.content(), alert, at);
        if (mail.id() != null) {
            insert(store, mail.id(), alert, at);
        }
    }

    private void insert(StoreId store, Sha256 key, AlertId alert, Instant at) {
        jdbc.sql(
                        """
                        insert into reported_mail (store, key, alert, taken_at)
                        values (:store, :key, :alert, :at) on conflict do nothing
                        """)
                .param("store", store.value())
                .param("key", key.bytes())
                .param("alert", alert.value())
                .param("at", utc(at))
                .update();
    }
}
