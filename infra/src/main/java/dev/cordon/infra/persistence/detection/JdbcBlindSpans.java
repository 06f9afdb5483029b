package dev.cordon.infra.persistence.detection;

import static dev.cordon.infra.persistence.Times.instant;
import static dev.cordon.infra.persistence.Times.instantOrNull;
import static dev.cordon.infra.persistence.Times.utc;
import static dev.cordon.infra.persistence.Times.utcOrNull;

import dev.cordon.application.detection.BlindSpans;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.detection.sensor.BlindSpan;
import dev.cordon.domain.detection.sensor.Blindness;
import dev.cordon.domain.kernel.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcBlindSpans implements BlindSpans {

    private static final String SELECT =
            "select id, source, store, why, from_at, until_at, alert from blind_span ";

    private final JdbcClient jdbc;

    JdbcBlindSpans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<BlindSpan> lasting(SourceId source) {
        return jdbc.sql(
                        SELECT
                                + """
                                where source = :source and until_at is null order by from_at, id
                                """)
                .param("source", source.value())
                .query(JdbcBlindSpans::span)
                .list();
    }

    @Override
    public Optional<BlindSpan> latestEnded(SourceId source, Blindness why) {
        return jdbc.sql(
                        SELECT
                                + """
                                where source = :source and why = :why and until_at is not null
                                order by until_at desc, id desc limit 1
                                """)
                .param("source", source.value())
                .param("why", why.name())
                .query(JdbcBlindSpans::span)
                .optional();
    }

    @Override
    public List<BlindSpan> of(SourceId source, Instant since) {
        return jdbc.sql(
                        SELECT
                                + """
                                where source = :source and (until_at is null or until_at >= :since)
                                order by from_at desc, id desc limit 1000
                                """)
                .param("source", source.value())
                .param("since", utc(since))
                .query(JdbcBlindSpans::span)
                .list();
    }

    @Override
    public List<BlindSpan> within(StoreId store, Instant from, Instant to) {
        return jdbc.sql(
                        SELECT
                                + """
                                where store = :store and from_at <= :to
                                    and (until_at is null or until_at >= :from)
                                order by from_at, id limit 1000
                                """)
                .param("store", store.value())
                .param("from", utc(from))
                .param("to", utc(to))
                .query(JdbcBlindSpans::span)
                .list();
    }

    @Override
    public void begin(BlindSpan span) {
        jdbc.sql(
                        """
                        insert into blind_span (id, source, store, why, from_at, until_at, alert)
                        values (:id, :source, :store, :why, :from, :until, :alert)
                        """)
                .param("id", span.id())
                .param("source", span.source().value())
                .param("store", span.store().value())
                .param("why", span.why().name())
                .param("from", utc(span.from()))
                .param("until", utcOrNull(span.until()))
                .param("alert", alert(span))
                .update();
    }

    @Override
    public void change(BlindSpan span) {
        jdbc.sql("update blind_span set until_at = :until, alert = :alert where id = :id")
                .param("id", span.id())
                .param("until", utcOrNull(span.until()))
                .param("alert", alert(span))
                .update();
    }

    private static @Nullable UUID alert(BlindSpan span) {
        return span.alert() == null ? null : span.alert().value();
    }

    private static BlindSpan span(ResultSet row, int number) throws SQLException {
        var alert = row.getObject("alert", UUID.class);
        return new BlindSpan(
                row.getObject("id", UUID.class),
                new SourceId(row.getString("source")),
                new StoreId(row.getObject("store", UUID.class)),
                Blindness.valueOf(row.getString("why")),
                instant(row, "from_at"),
                instantOrNull(row, "until_at"),
                alert == null ? null : new AlertId(alert));
    }
}
