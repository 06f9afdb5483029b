package dev.cordon.infra.persistence.detection;

import static dev.cordon.infra.persistence.Times.utc;

import dev.cordon.application.detection.AlertsInLog;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.AlertOrigin;
import dev.cordon.domain.detection.log.LogSource;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAlertsInLog implements AlertsInLog {

    private final JdbcClient jdbc;

    JdbcAlertsInLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Found> between(LogSource log, Instant from, Instant to, int most) {
        return jdbc
                .sql(
                        """
                        select id, finding from alert
                        where store = :store and mode = :mode and source_type = :type
                            and (started_at <= :to and last_seen_at >= :from
                                or detected_at between :from and :to)
                            and resolution is distinct from 'FALSE_POSITIVE'
                        order by array_position(array['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'], severity),
                            detected_at desc
                        limit :most
                        """)
                .param("store", log.store().value())
                .param("mode", log.mode().name())
                .param("type", AlertOrigin.DETECTION)
                .param("from", utc(from))
                .param("to", utc(to))
                .param("most", most)
                .query(
                        (row, _) ->
                                new Found(
                                        new AlertId(row.getObject("id", UUID.class)),
                                        FindingJson.read(row.getString("finding"))))
                .list()
                .stream()
                .filter(found -> found.finding().sources().contains(log.id().value()))
                .toList();
    }
}
