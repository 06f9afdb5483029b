package dev.cordon.infra.persistence.audit;

import dev.cordon.application.audit.Revision;
import dev.cordon.application.audit.RevisionLog;
import dev.cordon.application.kernel.Page;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.infra.persistence.Pages;
import dev.cordon.infra.persistence.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRevisionLog implements RevisionLog {

    private final JdbcClient jdbc;
    private final AuditTables tables;
    private final RecordChanges changes;

    JdbcRevisionLog(JdbcClient jdbc, AuditTables tables, RecordChanges changes) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.changes = changes;
    }

    /** A revision without what it changed. */
    private record Head(
            long number,
            Instant at,
            Actor by,
            String useCase,
            String reason,
            List<String> events) {}

    @Override
    public Page<Revision> list(Filter filter, Page.Request page) {
        var heads = heads(filter, page);
        var byRevision = changes.of(heads.stream().map(Head::number).toList());
        return Pages.of(
                heads,
                page,
                Head::number,
                head -> revision(head, byRevision.getOrDefault(head.number(), List.of())));
    }

    private List<Head> heads(Filter filter, Page.Request page) {
        var conditions = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        if (page.after() != null) {
            conditions.add("rev < :after");
            values.put("after", Long.parseLong(page.after()));
        }
        if (filter.actor() != null) {
            conditions.add("actor in ('person:' || :actor, 'automation:' || :actor)");
            values.put("actor", filter.actor());
        }
        if (filter.useCase() != null) {
            conditions.add("use_case = :useCase");
            values.put("useCase", filter.useCase());
        }
        if (filter.from() != null) {
            conditions.add("at >= :from");
            values.put("from", Times.utc(filter.from()));
        }
        if (filter.to() != null) {
            conditions.add("at < :to");
            values.put("to", Times.utc(filter.to()));
        }
        if (filter.recordId() != null) {
            conditions.add("rev in (" + revisionsOfRecord() + ")");
            values.put("record", filter.recordId());
        }
        var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return read(where, values, Pages.limit(page));
    }

    private List<Head> read(String where, Map<String, Object> values, int limit) {
        return jdbc.sql("select * from revision" + where + " order by rev desc limit " + limit)
                .params(values)
                .query(JdbcRevisionLog::head)
                .list();
    }

    /** Table names come from the mapped classes, never from outside. */
    private String revisionsOfRecord() {
        return tables.names().stream()
                .map(table -> "select rev from " + table + "_aud where id::text = :record")
                .collect(Collectors.joining(" union all "));
    }

    private static Head head(ResultSet row, int index) throws SQLException {
        var events = row.getString("events");
        return new Head(
                row.getLong("rev"),
                Times.instant(row, "at"),
                Actor.of(row.getString("actor")),
                row.getString("use_case"),
                row.getString("reason"),
                events.isEmpty() ? List.of() : Arrays.asList(events.split(",\\s*")));
    }

    private static Revision revision(Head head, List<Revision.Change> changes) {
        return new Revision(
                head.number(),
                head.at(),
                head.by(),
                head.useCase(),
                head.reason(),
                head.events(),
                changes);
    }
}
