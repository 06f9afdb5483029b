package dev.cordon.infra.persistence.detection;

import static dev.cordon.infra.persistence.Times.instant;
import static dev.cordon.infra.persistence.Times.utc;

import dev.cordon.application.detection.AlertSummary;
import dev.cordon.application.detection.Alerts;
import dev.cordon.application.kernel.Page;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.AlertStatus;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.infra.persistence.AuditedRow;
import dev.cordon.infra.persistence.Cursor;
import dev.cordon.infra.persistence.Pages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of alerts, read by index and without their findings, however many there are. */
final class AlertLines {

    static final String FIELDS =
            """
            select a.id, a.version, a.store, a.source_type, a.kind, a.title, a.severity, a.status,
                a.taken_by, a.address_count, a.successes, a.started_at, a.last_seen_at,
                a.detected_at
            """;
    static final String COLUMNS = FIELDS + "from alert a\n";

    private final JdbcClient jdbc;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private final String words;
    private final AlertWords.Bounds bounds;

    AlertLines(JdbcClient jdbc, Alerts.Filter filter, StoreScope scope) {
        this(jdbc, filter, scope, AlertWords.Bounds.USUAL);
    }

    AlertLines(JdbcClient jdbc, Alerts.Filter filter, StoreScope scope, AlertWords.Bounds bounds) {
        this.jdbc = jdbc;
        this.bounds = bounds;
        this.words =
                AlertListColumns.words(filter.text()).stream()
                        .map(word -> word + ":*")
                        .collect(Collectors.joining(" & "));
        within(scope);
        narrow(filter);
    }

    Page<AlertSummary> page(Page.Request request) {
        if (request.after() != null) {
            var after = Cursor.of(request.after());
            where("(a.detected_at, a.id) < (:at, :id)", "at", utc(after.at()));
            values.put("id", after.id());
        }
        int limit = Pages.limit(request);
        return Pages.of(
                words.isEmpty() ? newest(limit) : byWords().newest(limit),
                request,
                last -> new Cursor(last.detectedAt(), last.id().value()),
                line -> line);
    }

    private List<AlertSummary> newest(int limit) {
        values.put("limit", limit);
        return jdbc.sql(COLUMNS + where() + " order by a.detected_at desc, a.id desc limit :limit")
                .params(values)
                .query(AlertLines::line)
                .list();
    }

    private AlertWords byWords() {
        return new AlertWords(jdbc, words, conditions, values, bounds);
    }

    int count() {
        if (!words.isEmpty()) {
            return byWords().count(Alerts.MOST_COUNTED + 1);
        }
        values.put("most", Alerts.MOST_COUNTED + 1);
        return jdbc.sql(
                        "select count(*) from (select 1 from alert a "
                                + where()
                                + " limit :most) counted")
                .params(values)
                .query(Integer.class)
                .single();
    }

    static AlertSummary line(ResultSet row, int index) throws SQLException {
        var holder = row.getString("taken_by");
        return new AlertSummary(
                new AlertId(row.getObject("id", UUID.class)),
                new StoreId(row.getObject("store", UUID.class)),
                row.getString("source_type"),
                AttackKind.valueOf(row.getString("kind")),
                row.getString("title"),
                AlertSeverity.valueOf(row.getString("severity")),
                AlertStatus.valueOf(row.getString("status")),
                holder == null ? null : new Actor.Person(holder),
                row.getInt("address_count"),
                row.getInt("successes"),
                instant(row, "started_at"),
                instant(row, "last_seen_at"),
                instant(row, "detected_at"),
                AuditedRow.version(row.getLong("version")));
    }

    private void within(StoreScope scope) {
        if (scope instanceof StoreScope.Only(var stores)) {
            where(
                    "a.store = any(:stores)",
                    "stores",
                    stores.stream().map(StoreId::value).toArray(UUID[]::new));
        }
    }

    private void narrow(Alerts.Filter filter) {
        if (filter.statuses().equals(Alerts.Filter.OPEN.statuses())) {
            // In words that the index of the open ones is kept by.
            conditions.add("a.open");
        } else if (!filter.statuses().isEmpty()) {
            where("a.status = any(:statuses)", "statuses", names(filter.statuses()));
        }
        if (filter.severity() != null) {
            where("a.severity = :severity", "severity", filter.severity().name());
        }
        if (filter.kind() != null) {
            where("a.kind = :kind", "kind", filter.kind().name());
        }
        if (filter.store() != null) {
            where("a.store = :store", "store", filter.store().value());
        }
        if (filter.takenBy() != null) {
            where("a.taken_by = :taker", "taker", filter.takenBy().name());
        }
        if (filter.address() != null) {
            where(
                    "a.id in (select x.alert from alert_address x"
                            + " where x.address = cast(:address as inet))",
                    "address",
                    filter.address().toString());
        }
    }

    private void where(String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
    }

    private String where() {
        return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
    }

    private static String[] names(Set<AlertStatus> statuses) {
        return statuses.stream().map(Enum::name).toArray(String[]::new);
    }
}
