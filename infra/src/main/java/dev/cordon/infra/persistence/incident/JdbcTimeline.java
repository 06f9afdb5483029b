package dev.cordon.infra.persistence.incident;

import static dev.cordon.infra.persistence.Times.instant;
import static dev.cordon.infra.persistence.Times.utc;

import dev.cordon.application.incident.Timeline;
import dev.cordon.application.kernel.Page;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.incident.TimelineEntry;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.infra.persistence.Cursor;
import dev.cordon.infra.persistence.Pages;
import dev.cordon.infra.persistence.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcTimeline implements Timeline {

    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    JdbcTimeline(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void append(TimelineEntry entry) {
        jdbc.sql(
                        """
                        insert into timeline_entry (id, incident, occurred_at, recorded_at, kind,
                            type, details, text, actor, supersedes)
                        values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
                        """)
                .param(entry.id())
                .param(entry.incident().value())
                .param(utc(entry.occurredAt()))
                .param(utc(entry.recordedAt()))
                .param(entry.kind().name())
                .param(entry.type())
                .param(json.writeValueAsString(entry.details()))
                .param(entry.text())
                .param(entry.by().reference())
                .param(entry.supersedes())
                .update();
    }

    @Override
    public Page<TimelineEntry> of(IncidentId incident, Page.Request page) {
        var after = page.after() == null ? null : Cursor.of(page.after());
        var read =
                jdbc.sql(
                                """
                                select * from timeline_entry
                                where incident = :incident and (occurred_at, id) < (:at, :id)
                                order by occurred_at desc, id desc limit :limit
                                """)
                        .param("incident", incident.value())
                        .param("at", after == null ? Times.NEVER : utc(after.at()))
                        .param("id", after == null ? new UUID(-1, -1) : after.id())
                        .param("limit", Pages.limit(page))
                        .query(this::entry)
                        .list();
        return Pages.of(
                read, page, last -> new Cursor(last.occurredAt(), last.id()), entry -> entry);
    }

    @Override
    public int count(IncidentId incident) {
        return jdbc.sql("select count(*) from timeline_entry where incident = ?")
                .param(incident.value())
                .query(Integer.class)
                .single();
    }

    private TimelineEntry entry(ResultSet row, int index) throws SQLException {
        return new TimelineEntry(
                row.getObject("id", UUID.class),
                new IncidentId(row.getObject("incident", UUID.class)),
                instant(row, "occurred_at"),
                instant(row, "recorded_at"),
                TimelineEntry.Kind.valueOf(row.getString("kind")),
                row.getString("type"),
                json.readValue(row.getString("details"), DETAILS),
                row.getString("text"),
                Actor.of(row.getString("actor")),
                row.getObject("supersedes", UUID.class));
    }
}
