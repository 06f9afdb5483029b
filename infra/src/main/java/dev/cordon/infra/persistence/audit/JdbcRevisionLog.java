package dev.cordon.infra.persistence.audit;

import dev.cordon.application.audit.Revision;
import dev.cordon.application.audit.Revision.Change;
import dev.cordon.application.audit.RevisionLog;
import dev.cordon.application.kernel.Page;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.infra.persistence.Pages;
import dev.cordon.infra.persistence.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads revisions latest first, and only for those shown what they changed. */
@Repository
class JdbcRevisionLog implements RevisionLog {

    private final JdbcClient jdbc;
    private final RecordChanges changes;

    JdbcRevisionLog(JdbcClient jdbc, RecordChanges changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    @Override
    public Page<Revision> list(Filter filter, Page.Request page) {
        var tables = HistoryTable.all(jdbc);
        var read = revisions(filter, page, tables);
        var numbers = read.stream().map(Revision::number).toList();
        var changed = changes.of(numbers, tables);
        return Pages.of(
                read,
                page,
                Revision::number,
                revision -> with(revision, changed.getOrDefault(revision.number(), List.of())));
    }

    private List<Revision> revisions(Filter filter, Page.Request page, List<HistoryTable> tables) {
        var conditions = new ArrayList<String>();
        var values = new ArrayList<Object>();
        if (page.after() != null) {
            conditions.add("rev < ?");
            values.add(Pages.number(page.after()));
        }
        if (filter.actor() != null) {
            var name = filter.actor().strip().toLowerCase(Locale.ROOT);
            conditions.add("actor in (?, ?)");
            values.addAll(List.of("person:" + name, "automation:" + name));
        }
        if (filter.useCase() != null) {
            conditions.add("use_case = ?");
            values.add(filter.useCase());
        }
        if (filter.recordId() != null) {
            conditions.add(ofRecord(filter.recordId(), tables, values));
        }
        if (filter.from() != null) {
            conditions.add("at >= ?");
            values.add(Times.utc(filter.from()));
        }
        if (filter.to() != null) {
            conditions.add("at < ?");
            values.add(Times.utc(filter.to()));
        }
        var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        values.add(Pages.limit(page));
        return jdbc.sql("select * from revision" + where + " order by rev desc limit ?")
                .params(values)
                .query(JdbcRevisionLog::revision)
                .list();
    }

    private static String ofRecord(String id, List<HistoryTable> tables, List<Object> values) {
        var parts = new ArrayList<String>();
        for (var table : tables) {
            table.key(id)
                    .ifPresent(
                            key -> {
                                parts.add("select rev from " + table.history() + " where id = ?");
                                values.add(key);
                            });
        }
        return parts.isEmpty() ? "false" : "rev in (" + String.join(" union ", parts) + ")";
    }

    private static Revision revision(ResultSet row, int index) throws SQLException {
        return new Revision(
                row.getLong("rev"),
                Times.instant(row, "at"),
                Actor.of(row.getString("actor")),
                row.getString("use_case"),
                row.getString("reason"),
                Arrays.stream(row.getString("events").split(","))
                        .filter(event -> !event.isEmpty())
                        .toList(),
                List.of());
    }

    private static Revision with(Revision revision, List<Change> changes) {
        return new Revision(
                revision.number(),
                revision.at(),
                revision.by(),
                revision.useCase(),
                revision.reason(),
                revision.events(),
                changes);
    }
}
