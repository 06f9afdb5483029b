package dev.cordon.infra.persistence.evidence;

import dev.cordon.application.evidence.WatchRuns;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.kernel.Page;
import dev.cordon.domain.evidence.ledger.Leaf;
import dev.cordon.domain.evidence.ledger.LeafId;
import dev.cordon.domain.evidence.ledger.WatchRun;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.persistence.Pages;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWatchRuns implements WatchRuns {

    private static final String ROWS =
            """
            select r.*, encode(l.content, 'hex') as leaf, l.at as leaf_at
            from watch_run r
                left join ledger_leaf l on l.kind = 'WATCH_RUN' and l.subject = r.id::text
            """;

    private final JdbcClient jdbc;
    private final LedgerLeaves leaves;
    private final Ids ids;

    JdbcWatchRuns(JdbcClient jdbc, LedgerLeaves leaves, Ids ids) {
        this.jdbc = jdbc;
        this.leaves = leaves;
        this.ids = ids;
    }

    @Override
    public void add(WatchRun run) {
        jdbc.sql(
                        """
                        insert into watch_run
                            (id, begun_at, at, vault_at, entries, items, of_items, differences,
                                found)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(run.id())
                .param(run.begunAt().toString())
                .param(run.at().toString())
                .param(run.vaultAt() == null ? null : run.vaultAt().toString())
                .param(run.entries())
                .param(run.items())
                .param(run.ofItems())
                .param(run.differences())
                .param(run.found().toArray(String[]::new))
                .update();
        leaves.add(
                new Leaf(
                        new LeafId(ids.next()),
                        Leaf.Kind.WATCH_RUN,
                        run.id().toString(),
                        run.digest(),
                        run.at(),
                        Leaf.NO_STORE));
    }

    @Override
    public boolean has(Instant begunAt) {
        return jdbc
                .sql(ROWS + " where r.begun_at = ?")
                .param(begunAt.toString())
                .query(JdbcWatchRuns::read)
                .list()
                .stream()
                .anyMatch(row -> row.borneOut().isPresent());
    }

    /** In the order of their ids, which the program gave; what was made up takes no place. */
    @Override
    public List<WatchRun> newest(int limit) {
        try (var rows =
                jdbc.sql(ROWS + " order by r.id desc").query(JdbcWatchRuns::read).stream()) {
            return rows.flatMap(row -> row.borneOut().stream()).limit(limit).toList();
        }
    }

    @Override
    public Page<Kept> list(Page.Request request) {
        var rows =
                jdbc.sql(
                                ROWS
                                        + """
                                        where :after::uuid is null or r.id < :after::uuid
                                        order by r.id desc limit :limit
                                        """)
                        .param("after", request.after())
                        .param("limit", Pages.limit(request))
                        .query(JdbcWatchRuns::read)
                        .list();
        return Pages.of(rows, request, Row::id, Row::kept);
    }

    @Override
    public List<String> missing(int limit) {
        return jdbc.sql(
                        """
                        select subject from ledger_leaf where kind = 'WATCH_RUN' and not exists (
                            select from watch_run r where r.id::text = subject)
                        order by subject limit ?
                        """)
                .param(limit)
                .query(String.class)
                .list();
    }

    @Override
    public List<String> altered(int limit) {
        return jdbc.sql(ROWS + " order by r.id").query(JdbcWatchRuns::read).list().stream()
                .filter(row -> row.borneOut().isEmpty())
                .limit(limit)
                .map(row -> row.id().toString())
                .toList();
    }

    /**
     * As it lies there.
     *
     * @param run null if what is there can be none
     * @param leaf what its leaf says; null if it has none
     */
    private record Row(UUID id, @Nullable WatchRun run, @Nullable Said leaf) {

        Kept kept() {
            return new Kept(id, run, borneOut().isPresent());
        }

        Optional<WatchRun> borneOut() {
            return Optional.ofNullable(run)
                    .filter(it -> new Said(it.digest().hex(), it.at().toString()).equals(leaf));
        }
    }

    private record Said(String content, String at) {}

    private static Row read(ResultSet row, int index) throws SQLException {
        var content = row.getString("leaf");
        return new Row(
                row.getObject("id", UUID.class),
                run(row),
                content == null
                        ? null
                        : new Said(new Sha256(content).hex(), row.getString("leaf_at")));
    }

    private static @Nullable WatchRun run(ResultSet row) throws SQLException {
        try {
            var vaultAt = row.getString("vault_at");
            return new WatchRun(
                    row.getObject("id", UUID.class),
                    Instant.parse(row.getString("begun_at")),
                    Instant.parse(row.getString("at")),
                    vaultAt == null ? null : Instant.parse(vaultAt),
                    row.getLong("entries"),
                    row.getLong("items"),
                    row.getLong("of_items"),
                    row.getLong("differences"),
                    texts(row.getArray("found")));
        } catch (IllegalArgumentException | DateTimeException edited) {
            return null;
        }
    }

    private static List<String> texts(Array found) throws SQLException {
        return List.of((String[]) found.getArray());
    }
}
