package dev.cordon.infra.persistence.audit;

import dev.cordon.application.audit.Revision.Change;
import dev.cordon.application.audit.Revision.Field;
import dev.cordon.application.audit.Revision.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What revisions changed: each history row held against the one that it ended (the validity
 * strategy writes into that one's {@code revend} which revision ended it).
 */
@Component
class RecordChanges {

    private static final Set<String> NOT_FIELDS = Set.of("id", "rev", "revtype", "revend");

    private final JdbcClient jdbc;
    private final AuditTables tables;
    private final JsonMapper json = JsonMapper.shared();

    RecordChanges(JdbcClient jdbc, AuditTables tables) {
        this.jdbc = jdbc;
        this.tables = tables;
    }

    /** A history row, and the revision that it is looked up by. */
    private record Row(long revision, JsonNode content) {

        String id() {
            return content.required("id").asString();
        }
    }

    /** By revision, in the order of the tables' names. */
    Map<Long, List<Change>> of(List<Long> revisions) {
        var changes = new HashMap<Long, List<Change>>();
        if (revisions.isEmpty()) {
            return changes;
        }
        for (var table : tables.names()) {
            var before = new HashMap<String, JsonNode>();
            rows(table, "revend", revisions)
                    .forEach(row -> before.put(row.revision() + "/" + row.id(), row.content()));
            for (var row : rows(table, "rev", revisions)) {
                var change = change(table, row, before.get(row.revision() + "/" + row.id()));
                changes.computeIfAbsent(row.revision(), _ -> new ArrayList<>()).add(change);
            }
        }
        return changes;
    }

    private List<Row> rows(String table, String column, List<Long> revisions) {
        return jdbc.sql(
                        "select %s as revision, to_jsonb(t) as content from %s_aud t where %s in (:revisions) order by id"
                                .formatted(column, table, column))
                .param("revisions", revisions)
                .query(
                        (row, _) ->
                                new Row(
                                        row.getLong("revision"),
                                        json.readTree(row.getString("content"))))
                .list();
    }

    private static Change change(String table, Row row, @Nullable JsonNode before) {
        var kind =
                switch (row.content().required("revtype").asInt()) {
                    case 0 -> Kind.ADDED;
                    case 1 -> Kind.CHANGED;
                    default -> Kind.REMOVED;
                };
        var after = kind == Kind.REMOVED ? null : row.content();
        return new Change(table, row.id(), kind, fields(before, after));
    }

    private static List<Field> fields(@Nullable JsonNode before, @Nullable JsonNode after) {
        var names = new TreeSet<String>();
        addNames(names, before);
        addNames(names, after);
        var fields = new ArrayList<Field>();
        for (var name : names) {
            var field = new Field(name, text(before, name), text(after, name));
            if (!Objects.equals(field.before(), field.after())) {
                fields.add(field);
            }
        }
        return fields;
    }

    private static void addNames(Set<String> names, @Nullable JsonNode row) {
        if (row != null) {
            row.propertyNames().stream()
                    .filter(name -> !NOT_FIELDS.contains(name) && !name.endsWith("_mod"))
                    .forEach(names::add);
        }
    }

    private static @Nullable String text(@Nullable JsonNode row, String name) {
        return row == null || row.path(name).isNull() || row.path(name).isMissingNode()
                ? null
                : row.path(name).asString();
    }
}
