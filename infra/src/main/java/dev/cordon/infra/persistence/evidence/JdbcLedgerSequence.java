package dev.cordon.infra.persistence.evidence;

import dev.cordon.application.evidence.Ledger;
import dev.cordon.application.evidence.LedgerSequence;
import dev.cordon.domain.evidence.ledger.Frontier;
import dev.cordon.domain.evidence.ledger.Growth;
import dev.cordon.domain.evidence.ledger.Leaf;
import dev.cordon.domain.evidence.ledger.SignedCheckpoint;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLedgerSequence implements LedgerSequence {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Ledger ledger;

    JdbcLedgerSequence(JdbcClient jdbc, JdbcTemplate batches, Ledger ledger) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.ledger = ledger;
    }

    /** The lock ends with the transaction. A leaf that already has its place gets no second one. */
    @Override
    public List<Leaf> take(int limit) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('ledger', 0))")
                .query((_, _) -> true)
                .single();
        return jdbc.sql(
                        """
                        with taken as (
                            delete from ledger_waiting where leaf in (
                                select leaf from ledger_waiting order by leaf limit ?)
                            returning leaf)
                        select l.* from ledger_leaf l join taken on taken.leaf = l.id
                        where not exists (select from ledger_entry e where e.leaf = l.id)
                        order by l.id
                        """)
                .param(limit)
                .query(LedgerRows::leaf)
                .list();
    }

    @Override
    public Frontier frontier() {
        return Frontier.of(ledger.extent().entries(), ledger.nodes());
    }

    @Override
    public void append(Growth growth, SignedCheckpoint checkpoint) {
        batches.batchUpdate(
                "insert into ledger_entry (position, leaf, hash) values (?, ?, ?)",
                growth.entries(),
                BATCH,
                (row, entry) -> {
                    row.setLong(1, entry.position());
                    row.setObject(2, entry.leaf().value());
                    row.setString(3, entry.hash().hex());
                });
        batches.batchUpdate(
                "insert into ledger_node (last, level, hash) values (?, ?, ?)",
                growth.nodes(),
                BATCH,
                (row, node) -> {
                    row.setLong(1, node.last());
                    row.setInt(2, node.level());
                    row.setString(3, node.hash().hex());
                });
        jdbc.sql("insert into ledger_checkpoint (size, note) values (?, ?)")
                .param(checkpoint.size())
                .param(checkpoint.note())
                .update();
    }
}
