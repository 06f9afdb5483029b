package dev.cordon.infra.persistence.evidence;

import dev.cordon.application.evidence.Ledger;
import dev.cordon.application.evidence.LedgerSequence;
import dev.cordon.domain.evidence.ledger.Frontier;
import dev.cordon.domain.evidence.ledger.Growth;
import dev.cordon.domain.evidence.ledger.Leaf;
import dev.cordon.domain.evidence.ledger.LedgerEntry;
import dev.cordon.domain.evidence.ledger.Node;
import dev.cordon.domain.evidence.ledger.SignedCheckpoint;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLedgerSequence implements LedgerSequence {

    private final JdbcClient jdbc;
    private final Ledger ledger;

    JdbcLedgerSequence(JdbcClient jdbc, Ledger ledger) {
        this.jdbc = jdbc;
        this.ledger = ledger;
    }

    /**
     * The lock ends with the transaction. A leaf that already has its place gets no second one.
     * Each is looked up by its id, whatever the planner thinks of a table that is full and empty by
     * turns.
     */
    @Override
    public List<Leaf> take(int limit) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('ledger', 0))")
                .query((_, _) -> true)
                .single();
        return jdbc.sql(
                        """
                        with taken as (
                            delete from ledger_waiting where leaf = any (array(
                                select leaf from ledger_waiting order by leaf limit ?))
                            returning leaf)
                        select l.* from taken
                        cross join lateral (
                            select * from ledger_leaf where id = taken.leaf limit 1) l
                        where (select position from ledger_entry where leaf = taken.leaf) is null
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

    /** A statement for each table, however many rows. */
    @Override
    public void append(Growth growth, SignedCheckpoint checkpoint) {
        var entries = growth.entries();
        jdbc.sql(
                        """
                        insert into ledger_entry (position, leaf, hash)
                        select position, leaf, decode(hash, 'hex')
                        from unnest(?::bigint[], ?::uuid[], ?::text[]) as e (position, leaf, hash)
                        """)
                .param(entries.stream().map(LedgerEntry::position).toArray(Long[]::new))
                .param(texts(entries, LedgerEntry::leaf))
                .param(texts(entries, LedgerEntry::hash))
                .update();
        var nodes = growth.nodes();
        jdbc.sql(
                        """
                        insert into ledger_node (last, level, hash)
                        select last, level, decode(hash, 'hex')
                        from unnest(?::bigint[], ?::int[], ?::text[]) as n (last, level, hash)
                        """)
                .param(nodes.stream().map(Node::last).toArray(Long[]::new))
                .param(nodes.stream().map(Node::level).toArray(Integer[]::new))
                .param(texts(nodes, Node::hash))
                .update();
        jdbc.sql("insert into ledger_checkpoint (size, note) values (?, ?)")
                .param(checkpoint.size())
                .param(checkpoint.note())
                .update();
    }

    private static <T> String[] texts(List<T> rows, Function<T, Object> column) {
        return rows.stream().map(column).map(Object::toString).toArray(String[]::new);
    }
}
