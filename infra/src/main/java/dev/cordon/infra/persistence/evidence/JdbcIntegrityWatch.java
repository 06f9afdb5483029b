package dev.cordon.infra.persistence.evidence;

import dev.cordon.application.evidence.IntegrityWatch;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.ledger.Frontier;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.infra.persistence.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcIntegrityWatch implements IntegrityWatch {

    private final JdbcClient jdbc;

    JdbcIntegrityWatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<EvidenceId> due(Instant since, int limit) {
        return jdbc
                .sql(
                        """
                        select i.id from evidence_item i
                        left join integrity_watch w on w.subject = i.id::text
                        where w.checked_at is null or w.checked_at < ?
                        order by w.checked_at nulls first, i.id limit ?
                        """)
                .param(Times.utc(since))
                .param(limit)
                .query(UUID.class)
                .stream()
                .map(EvidenceId::new)
                .toList();
    }

    @Override
    public Optional<Watched> of(String subject) {
        return jdbc.sql("select * from integrity_watch where subject = ?")
                .param(subject)
                .query(JdbcIntegrityWatch::watched)
                .optional();
    }

    @Override
    public Map<String, Watched> of(Collection<EvidenceId> items) {
        return jdbc
                .sql("select * from integrity_watch where subject = any (?)")
                .param(items.stream().map(EvidenceId::toString).toArray(String[]::new))
                .query(JdbcIntegrityWatch::watched)
                .stream()
                .collect(Collectors.toMap(Watched::subject, each -> each));
    }

    @Override
    public void put(Watched watched) {
        var difference = watched.difference();
        jdbc.sql(
                        """
                        insert into integrity_watch
                            (subject, store, checked_at, difference, found_at, alert)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (subject) do update set checked_at = excluded.checked_at,
                            difference = excluded.difference, found_at = excluded.found_at,
                            alert = excluded.alert
                        """)
                .param(watched.subject())
                .param(watched.store() == null ? null : watched.store().value())
                .param(Times.utc(watched.at()))
                .param(difference == null ? null : difference.what())
                .param(difference == null ? null : Times.utc(difference.since()))
                .param(
                        difference == null || difference.alert() == null
                                ? null
                                : difference.alert().value())
                .update();
    }

    @Override
    public List<Watched> differences(StoreScope scope, int limit) {
        return jdbc
                .sql(
                        """
                        select * from integrity_watch
                        where difference is not null and store is not null
                        order by found_at, subject
                        """)
                .query(JdbcIntegrityWatch::watched)
                .stream()
                .filter(watched -> watched.store() != null && scope.covers(watched.store()))
                .limit(limit)
                .toList();
    }

    @Override
    public long differing() {
        return jdbc.sql(
                        """
                        select count(*) from integrity_watch
                        where difference is not null and store is not null
                        """)
                .query(Long.class)
                .single();
    }

    @Override
    public Extent extent(Instant since, StoreScope scope) {
        var stores = scope instanceof StoreScope.Only only ? texts(only) : null;
        return jdbc.sql(
                        """
                        select count(*) as items,
                            count(*) filter (where w.checked_at >= ?) as checked,
                            min(w.checked_at) as oldest
                        from evidence_item i left join integrity_watch w on w.subject = i.id::text
                        where ?::text[] is null or i.store::text = any (?::text[])
                        """)
                .param(Times.utc(since))
                .param(stores)
                .param(stores)
                .query(
                        (row, _) ->
                                new Extent(
                                        row.getLong("items"),
                                        row.getLong("checked"),
                                        Times.instantOrNull(row, "oldest")))
                .single();
    }

    private static String[] texts(StoreScope.Only scope) {
        return scope.stores().stream().map(StoreId::toString).toArray(String[]::new);
    }

    @Override
    public Optional<Cursor> cursor() {
        return jdbc.sql("select * from integrity_cursor")
                .query(JdbcIntegrityWatch::read)
                .optional();
    }

    @Override
    public void put(Cursor cursor) {
        jdbc.sql("delete from integrity_cursor").update();
        jdbc.sql(
                        """
                        insert into integrity_cursor (size, peaks, signed, begun_at)
                        values (?, ?, ?, ?)
                        """)
                .param(cursor.frontier().size())
                .param(
                        cursor.frontier().peaks().stream()
                                .map(Sha256::hex)
                                .collect(Collectors.joining(" ")))
                .param(cursor.signed())
                .param(Times.utc(cursor.begunAt()))
                .update();
    }

    @Override
    public List<StoreId> stores(int limit) {
        return jdbc
                .sql("select distinct store from evidence_item order by store limit ?")
                .param(limit)
                .query(UUID.class)
                .stream()
                .map(StoreId::new)
                .toList();
    }

    private static Watched watched(ResultSet row, int index) throws SQLException {
        var store = row.getObject("store", UUID.class);
        return new Watched(
                row.getString("subject"),
                store == null ? null : new StoreId(store),
                Times.instant(row, "checked_at"),
                difference(row));
    }

    private static @Nullable Difference difference(ResultSet row) throws SQLException {
        var what = row.getString("difference");
        var alert = row.getObject("alert", UUID.class);
        return what == null
                ? null
                : new Difference(
                        what,
                        Times.instant(row, "found_at"),
                        alert == null ? null : new AlertId(alert));
    }

    private static Cursor read(ResultSet row, int index) throws SQLException {
        var peaks =
                Arrays.stream(row.getString("peaks").split(" "))
                        .filter(peak -> !peak.isEmpty())
                        .map(Sha256::new)
                        .toList();
        return new Cursor(
                new Frontier(row.getLong("size"), peaks),
                row.getLong("signed"),
                Times.instant(row, "begun_at"));
    }
}
