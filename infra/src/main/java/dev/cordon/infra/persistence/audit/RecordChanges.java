package dev.cordon.infra.persistence.audit;

import dev.cordon.application.audit.Revision.Change;
import dev.cordon.application.audit.Revision.Field;
import dev.cordon.application.audit.Revision.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What revisions did to records, field by field, against the revision before. */
@Component
class RecordChanges {

    private record Numbered(long revision, Change change) {}

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    RecordChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By revision, in the order of the tables. */
    Map<Long, List<Change>> of(List<Long> revisions, List<HistoryTable> tables) {
        var changes = new LinkedHashMap<Long, List<Change>>();
        for (var table : tables) {
            for (var found : of(revisions, table)) {
                changes.computeIfAbsent(found.revision(), _ -> new ArrayList<>())
                        .add(found.change());
            }
        }
        return changes;
    }

    /** The row before ends where this one begins. */
    private List<Numbered> of(List<Long> revisions, HistoryTable table) {
        return jdbc.sql(
                        """
                        select now.rev, now.id::text as id, now.revtype,
                            to_jsonb(now)::text as after, to_jsonb(before)::text as before
                        from %1$s now
                        left join %1$s before on before.id = now.id and before.revend = now.rev
                        where now.rev = any (?) order by now.rev, now.id
                        """
                                .formatted(table.history()))
                .param(revisions.toArray(Long[]::new))
                .query((row, _) -> new Numbered(row.getLong("rev"), change(row, table)))
                .list();
    }

    private Change change(ResultSet row, HistoryTable table) throws SQLException {
        var kind =
                switch (row.getInt("revtype")) {
                    case 0 -> Kind.ADDED;
                    case 1 -> Kind.CHANGED;
                    default -> Kind.REMOVED;
                };
        var before = kind == Kind.ADDED ? null : row.getString("before");
        var after = kind == Kind.REMOVED ? null : row.getString("after");
        return new Change(table.record(), row.getString("id"), kind, fields(before, after));
    }

    private List<Field> fields(@Nullable String before, @Nullable String after) {
        var old = values(before);
        var now = values(after);
        var names = new LinkedHashSet<>(now.keySet());
        names.addAll(old.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(old.get(name), now.get(name)))
                .map(name -> new Field(name, old.get(name), now.get(name)))
                .toList();
    }

    /** The record's own columns; what Envers keeps beside them is not the record's. */
    private Map<String, @Nullable String> values(@Nullable String row) {
        var values = new LinkedHashMap<String, @Nullable String>();
        if (row != null) {
            for (var column : json.readTree(row).properties()) {
                if (!isOfEnvers(column.getKey())) {
                    values.put(column.getKey(), text(column.getValue()));
                }
            }
        }
        return values;
    }

    private static boolean isOfEnvers(String column) {
        return switch (column) {
            case "id", "rev", "revtype", "revend" -> true;
            default -> column.endsWith("_mod");
        };
    }

    private static @Nullable String text(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        var text = value.asString();
        return text.isEmpty() ? null : utc(text);
    }

    /** The database writes times in the zone of its session. */
    private static String utc(String text) {
        if (text.length() < 20 || text.charAt(10) != 'T') {
            return text;
        }
        try {
            return OffsetDateTime.parse(text).toInstant().toString();
        } catch (DateTimeParseException e) {
            return text;
        }
    }
}
