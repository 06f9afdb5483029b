package dev.cordon.infra.persistence.evidence;

import dev.cordon.application.evidence.Waivers;
import dev.cordon.application.kernel.Ids;
import dev.cordon.domain.evidence.ledger.Leaf;
import dev.cordon.domain.evidence.ledger.LeafId;
import dev.cordon.domain.evidence.preservation.Waiver;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.infra.persistence.Consequences;
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
class JdbcWaivers implements Waivers {

    private static final String ROWS =
            """
            select w.*, encode(l.content, 'hex') as leaf
            from preservation_waiver w
                left join ledger_leaf l on l.kind = ? and l.subject = w.id::text
            """;

    private final JdbcClient jdbc;
    private final LedgerLeaves leaves;
    private final Consequences consequences;
    private final Ids ids;

    JdbcWaivers(JdbcClient jdbc, LedgerLeaves leaves, Consequences consequences, Ids ids) {
        this.jdbc = jdbc;
        this.leaves = leaves;
        this.consequences = consequences;
        this.ids = ids;
    }

    @Override
    public void add(Transition<Waiver> given) {
        var waiver = given.state();
        jdbc.sql(
                        """
                        insert into preservation_waiver (id, incident, store, step, losses, reason,
                            actor, at, until, digest)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(waiver.id())
                .param(waiver.incident().value())
                .param(waiver.store().value())
                .param(waiver.step())
                .param(String.join("\n", waiver.losses()))
                .param(waiver.reason())
                .param(waiver.by().name())
                .param(waiver.at().toString())
                .param(waiver.until().toString())
                .param(waiver.digest().hex())
                .update();
        leaves.add(
                new Leaf(
                        new LeafId(ids.next()),
                        Leaf.Kind.PRESERVATION_WAIVER,
                        waiver.id().toString(),
                        waiver.digest(),
                        waiver.at(),
                        waiver.store()));
        consequences.of(given);
    }

    /** What was changed or put in behind the ledger's back counts for nothing. */
    @Override
    public List<Waiver> of(IncidentId incident) {
        return jdbc
                .sql(ROWS + " where w.incident = ? order by w.id desc")
                .param(Leaf.Kind.PRESERVATION_WAIVER.name())
                .param(incident.value())
                .query(JdbcWaivers::read)
                .list()
                .stream()
                .flatMap(row -> row.borneOut().stream())
                .toList();
    }

    @Override
    public List<String> missing(int limit) {
        return jdbc.sql(
                        """
                        select subject from ledger_leaf where kind = ? and not exists (
                            select from preservation_waiver w where w.id::text = subject)
                        order by subject limit ?
                        """)
                .param(Leaf.Kind.PRESERVATION_WAIVER.name())
                .param(limit)
                .query(String.class)
                .list();
    }

    @Override
    public List<String> altered(int limit) {
        return jdbc
                .sql(ROWS + " order by w.id")
                .param(Leaf.Kind.PRESERVATION_WAIVER.name())
                .query(JdbcWaivers::read)
                .list()
                .stream()
                .filter(row -> row.borneOut().isEmpty())
                .limit(limit)
                .map(row -> row.id().toString())
                .toList();
    }

    /**
     * As it lies there.
     *
     * @param waiver null if what is there can be none
     * @param leaf the leaf's content in hexadecimal; null if it has none
     */
    private record Row(UUID id, @Nullable Waiver waiver, String digest, @Nullable String leaf) {

        Optional<Waiver> borneOut() {
            return Optional.ofNullable(waiver)
                    .filter(
                            given ->
                                    given.digest().hex().equals(digest)
                                            && given.digest().hex().equals(leaf));
        }
    }

    private static Row read(ResultSet row, int index) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                waiver(row),
                row.getString("digest"),
                row.getString("leaf"));
    }

    private static @Nullable Waiver waiver(ResultSet row) throws SQLException {
        try {
            return new Waiver(
                    row.getObject("id", UUID.class),
                    new IncidentId(row.getObject("incident", UUID.class)),
                    new StoreId(row.getObject("store", UUID.class)),
                    row.getString("step"),
                    List.of(row.getString("losses").split("\n")),
                    row.getString("reason"),
                    new Actor.Person(row.getString("actor")),
                    Instant.parse(row.getString("at")),
                    Instant.parse(row.getString("until")));
        } catch (IllegalArgumentException | DateTimeException edited) {
            return null;
        }
    }
}
