package dev.cordon.infra.persistence.detection;

import static dev.cordon.infra.persistence.Times.utc;

import dev.cordon.application.detection.RuleTally;
import dev.cordon.domain.detection.AlertOrigin;
import dev.cordon.domain.detection.AlertResolution;
import dev.cordon.domain.kernel.StoreId;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the alerts of each rule were resolved, counted where they lie. */
final class RuleTallies {

    private final JdbcClient jdbc;

    RuleTallies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<RuleTally> of(StoreId store, Instant detectedSince) {
        return jdbc.sql(
                        """
                        select r.rule, a.resolution, count(*) as alerts
                        from alert a
                        cross join lateral unnest(string_to_array(a.rules, E'\\n')) as r(rule)
                        where a.store = :store and a.source_type = :type and a.detected_at >= :since
                        group by 1, 2 order by 1, 2
                        """)
                .param("store", store.value())
                .param("type", AlertOrigin.DETECTION)
                .param("since", utc(detectedSince))
                .query(
                        (row, _) -> {
                            var resolution = row.getString("resolution");
                            return new RuleTally(
                                    row.getString("rule"),
                                    resolution == null ? null : AlertResolution.valueOf(resolution),
                                    row.getInt("alerts"));
                        })
                .list();
    }
}
