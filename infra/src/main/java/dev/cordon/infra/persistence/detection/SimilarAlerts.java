package dev.cordon.infra.persistence.detection;

import dev.cordon.application.detection.AlertSummary;
import dev.cordon.domain.detection.Alert;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Alerts of the same store that look like one. */
final class SimilarAlerts {

    /** So many accounts of an alert are looked up. */
    private static final int LOOKED_UP = 50;

    private final JdbcClient jdbc;

    SimilarAlerts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of its kind first from one index, those that name its accounts from the other. */
    List<AlertSummary> of(Alert alert, int most) {
        var accounts =
                alert.finding().attackers().accounts().stream()
                        .limit(LOOKED_UP)
                        .map(AlertListColumns::words)
                        .filter(words -> !words.isEmpty())
                        .map(words -> "(" + String.join(" <-> ", words) + ")")
                        .toList();
        return jdbc.sql(
                        AlertLines.COLUMNS
                                + """
                                where a.id in (
                                    (select b.id from alert b
                                    where b.store = :store and b.kind = :kind and b.id <> :alert
                                    order by b.detected_at desc, b.id desc limit :most)
                                    union
                                    (select b.id from alert b
                                    where b.store = :store and b.id <> :alert
                                        and b.words @@ to_tsquery('simple', :accounts)
                                    order by b.detected_at desc, b.id desc limit :most))
                                order by a.detected_at desc, a.id desc limit :most
                                """)
                .param("store", alert.store().value())
                .param("kind", alert.finding().kind().name())
                .param("alert", alert.id().value())
                .param("accounts", String.join(" | ", accounts))
                .param("most", most)
                .query(AlertLines::line)
                .list();
    }
}
