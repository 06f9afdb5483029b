package dev.cordon.infra.persistence.detection;

import static dev.cordon.infra.persistence.Times.instant;
import static dev.cordon.infra.persistence.Times.utc;

import dev.cordon.application.detection.LogDeletions;
import dev.cordon.application.kernel.Page;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.keeping.LogDeletion;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.infra.persistence.Cursor;
import dev.cordon.infra.persistence.Pages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLogDeletions implements LogDeletions {

    private static final Cursor NEWEST =
            new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    private final JdbcClient jdbc;

    JdbcLogDeletions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(LogDeletion deletion) {
        jdbc.sql(
                        """
                        insert into log_deletion (id, source, store, from_byte, to_byte, lines,
                            first_taken_at, last_taken_at, sha256, why, alert, owner, days, bytes,
                            deleted_by, at)
                        values (:id, :source, :store, :from, :to, :lines, :first, :last, :sha256,
                            :why, :alert, :owner, :days, :bytes, :by, :at)
                        on conflict do nothing
                        """)
                .param("id", deletion.id())
                .param("source", deletion.source().value())
                .param("store", deletion.store().value())
                .param("from", deletion.from())
                .param("to", deletion.to())
                .param("lines", deletion.lines())
                .param("first", utc(deletion.firstTakenAt()))
                .param("last", utc(deletion.lastTakenAt()))
                .param("sha256", deletion.digest().hex())
                .param("why", deletion.why().name())
                .param("alert", deletion.alert() == null ? null : deletion.alert().value())
                .param("owner", deletion.retention().owner())
                .param("days", deletion.retention().days())
                .param("bytes", deletion.retention().bytes())
                .param("by", deletion.by().reference())
                .param("at", utc(deletion.at()))
                .update();
    }

    @Override
    public Page<LogDeletion> list(SourceId source, Page.Request page) {
        var after = page.after() == null ? NEWEST : Cursor.of(page.after());
        var read =
                jdbc.sql(
                                """
                                select * from log_deletion
                                where source = :source and (at, id) < (:at, :id)
                                order by at desc, id desc limit :most
                                """)
                        .param("source", source.value())
                        .param("at", utc(after.at()))
                        .param("id", after.id())
                        .param("most", Pages.limit(page))
                        .query(JdbcLogDeletions::deletion)
                        .list();
        return Pages.of(read, page, last -> new Cursor(last.at(), last.id()), last -> last);
    }

    private static LogDeletion deletion(ResultSet row, int number) throws SQLException {
        var alert = row.getObject("alert", UUID.class);
        return new LogDeletion(
                row.getObject("id", UUID.class),
                new SourceId(row.getString("source")),
                new StoreId(row.getObject("store", UUID.class)),
                row.getLong("from_byte"),
                row.getLong("to_byte"),
                row.getLong("lines"),
                instant(row, "first_taken_at"),
                instant(row, "last_taken_at"),
                new Sha256(row.getString("sha256")),
                LogDeletion.Why.valueOf(row.getString("why")),
                alert == null ? null : new AlertId(alert),
                new LogDeletion.Terms(
                        row.getString("owner"), row.getInt("days"), row.getLong("bytes")),
                Actor.of(row.getString("deleted_by")),
                instant(row, "at"));
    }
}
