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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWaivers implements Waivers {

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

    /** What was changed behind the ledger's back counts for nothing. */
    @Override
    public List<Waiver> of(IncidentId incident) {
        return jdbc
                .sql("select * from preservation_waiver where incident = ? order by id desc")
                .param(incident.value())
                .query(JdbcWaivers::read)
                .list()
                .stream()
                .filter(read -> read.waiver().digest().hex().equals(read.digest()))
                .map(Read::waiver)
                .toList();
    }

    private record Read(Waiver waiver, String digest) {}

    private static Read read(ResultSet row, int index) throws SQLException {
        var waiver =
                new Waiver(
                        row.getObject("id", UUID.class),
                        new IncidentId(row.getObject("incident", UUID.class)),
                        new StoreId(row.getObject("store", UUID.class)),
                        row.getString("step"),
                        List.of(row.getString("losses").split("\n")),
                        row.getString("reason"),
                        new Actor.Person(row.getString("actor")),
                        Instant.parse(row.getString("at")),
                        Instant.parse(row.getString("until")));
        return new Read(waiver, row.getString("digest"));
    }
}
