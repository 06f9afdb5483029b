package dev.cordon.infra.persistence.detection;

import static dev.cordon.infra.persistence.Times.instant;
import static dev.cordon.infra.persistence.Times.utc;

import dev.cordon.application.detection.Traffics;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.detection.log.Traffic;
import dev.cordon.domain.detection.log.TrafficCounts;
import dev.cordon.domain.detection.log.TrafficStep;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTraffics implements Traffics {

    private static final int TOGETHER = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    JdbcTraffics(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public long countedTo(SourceId source) {
        return jdbc.sql("select place from log_traffic_place where source = ?")
                .param(source.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    @Override
    public void add(SourceId source, long seen, Traffic traffic) {
        int moved =
                jdbc.sql(
                                """
                                insert into log_traffic_place as known (source, place)
                                values (:source, :to)
                                on conflict (source) do update set place = excluded.place
                                    where known.place = :seen
                                """)
                        .param("source", source.value())
                        .param("to", traffic.to())
                        .param("seen", seen)
                        .update();
        if (moved == 0) {
            return;
        }
        batches.batchUpdate(
                """
                insert into log_traffic as known (source, step, from_at, lines, bytes, understood,
                    succeeded, redirected, refused, failed, logins, failed_logins, orders,
                    failed_orders, payments, failed_payments)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (source, step, from_at) do update set
                    lines = known.lines + excluded.lines,
                    bytes = known.bytes + excluded.bytes,
                    understood = known.understood + excluded.understood,
                    succeeded = known.succeeded + excluded.succeeded,
                    redirected = known.redirected + excluded.redirected,
                    refused = known.refused + excluded.refused,
                    failed = known.failed + excluded.failed,
                    logins = known.logins + excluded.logins,
                    failed_logins = known.failed_logins + excluded.failed_logins,
                    orders = known.orders + excluded.orders,
                    failed_orders = known.failed_orders + excluded.failed_orders,
                    payments = known.payments + excluded.payments,
                    failed_payments = known.failed_payments + excluded.failed_payments
                """,
                traffic.parts(),
                TOGETHER,
                (row, part) -> {
                    var counts = part.counts();
                    row.setString(1, source.value());
                    row.setString(2, part.step().name());
                    row.setObject(3, utc(part.from()));
                    row.setLong(4, counts.lines());
                    row.setLong(5, counts.bytes());
                    row.setLong(6, counts.understood());
                    row.setLong(7, counts.succeeded());
                    row.setLong(8, counts.redirected());
                    row.setLong(9, counts.refused());
                    row.setLong(10, counts.failed());
                    row.setLong(11, counts.logins());
                    row.setLong(12, counts.failedLogins());
                    row.setLong(13, counts.orders());
                    row.setLong(14, counts.failedOrders());
                    row.setLong(15, counts.payments());
                    row.setLong(16, counts.failedPayments());
                });
    }

    @Override
    public List<Traffic.Part> between(SourceId source, TrafficStep step, Instant from, Instant to) {
        return jdbc.sql(
                        """
                        select * from log_traffic
                        where source = :source and step = :step
                            and from_at >= :from and from_at < :to
                        order by from_at
                        """)
                .param("source", source.value())
                .param("step", step.name())
                .param("from", utc(from))
                .param("to", utc(to))
                .query((row, _) -> new Traffic.Part(step, instant(row, "from_at"), counts(row)))
                .list();
    }

    @Override
    public void forget(TrafficStep step, Instant before) {
        jdbc.sql("delete from log_traffic where step = :step and from_at < :before")
                .param("step", step.name())
                .param("before", utc(before))
                .update();
    }

    private static TrafficCounts counts(ResultSet row) throws SQLException {
        return new TrafficCounts(
                row.getLong("lines"),
                row.getLong("bytes"),
                row.getLong("understood"),
                row.getLong("succeeded"),
                row.getLong("redirected"),
                row.getLong("refused"),
                row.getLong("failed"),
                row.getLong("logins"),
                row.getLong("failed_logins"),
                row.getLong("orders"),
                row.getLong("failed_orders"),
                row.getLong("payments"),
                row.getLong("failed_payments"));
    }
}
