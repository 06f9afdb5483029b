package dev.cordon.infra.persistence.evidence;

import dev.cordon.application.evidence.Ledger;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.ledger.Leaf;
import dev.cordon.domain.evidence.ledger.LeafId;
import dev.cordon.domain.evidence.ledger.LedgerEntry;
import dev.cordon.domain.evidence.ledger.LedgerPage;
import dev.cordon.domain.evidence.ledger.Node;
import dev.cordon.domain.evidence.ledger.Nodes;
import dev.cordon.domain.evidence.ledger.Placed;
import dev.cordon.domain.evidence.ledger.SignedCheckpoint;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLedger implements Ledger {

    private final JdbcClient jdbc;

    JdbcLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In one statement, so that both numbers are of one moment. */
    @Override
    public Extent extent() {
        return jdbc.sql(
                        """
                        select coalesce((select max(position) + 1 from ledger_entry), 0) as entries,
                            coalesce((select max(size) from ledger_checkpoint), 0) as signed
                        """)
                .query((row, _) -> new Extent(row.getLong("entries"), row.getLong("signed")))
                .single();
    }

    @Override
    public Optional<SignedCheckpoint> newest() {
        return jdbc.sql("select * from ledger_checkpoint order by size desc limit 1")
                .query(LedgerRows::checkpoint)
                .optional();
    }

    @Override
    public Optional<SignedCheckpoint> checkpoint(long size) {
        return jdbc.sql("select * from ledger_checkpoint where size = ?")
                .param(size)
                .query(LedgerRows::checkpoint)
                .optional();
    }

    @Override
    public List<SignedCheckpoint> checkpoints(List<Long> sizes) {
        return jdbc.sql("select * from ledger_checkpoint where size = any (?)")
                .param(sizes.toArray(Long[]::new))
                .query(LedgerRows::checkpoint)
                .list();
    }

    @Override
    public List<SignedCheckpoint> checkpointsAfter(long size, int limit) {
        return jdbc.sql("select * from ledger_checkpoint where size > ? order by size limit ?")
                .param(size)
                .param(limit)
                .query(LedgerRows::checkpoint)
                .list();
    }

    @Override
    public long checkpointsUpTo(long size) {
        return jdbc.sql("select count(*) from ledger_checkpoint where size <= ?")
                .param(size)
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<SignedCheckpoint> firstCovering(long position) {
        return jdbc.sql("select * from ledger_checkpoint where size > ? order by size limit 1")
                .param(position)
                .query(LedgerRows::checkpoint)
                .optional();
    }

    @Override
    public Optional<Placed> leaf(LeafId id, StoreScope scope) {
        return jdbc.sql(
                        """
                        select * from ledger_leaf l left join ledger_entry e on e.leaf = l.id
                        where l.id = ?
                        """)
                .param(id.value())
                .query(LedgerRows::placed)
                .optional()
                .filter(placed -> scope.covers(placed.leaf().store()));
    }

    /** Between the slash and the character after it lie the numbers of all links. */
    @Override
    public List<Placed> custodyOf(EvidenceId evidence) {
        return jdbc.sql(
                        """
                        select * from ledger_leaf l left join ledger_entry e on e.leaf = l.id
                        where kind = ? and subject >= ? and subject < ?
                        """)
                .param(Leaf.Kind.CUSTODY_ENTRY.name())
                .param(evidence + "/")
                .param(evidence + "0")
                .query(LedgerRows::placed)
                .list();
    }

    @Override
    public Nodes nodes() {
        return this::node;
    }

    private Sha256 node(int level, long index) {
        return (level == 0
                        ? jdbc.sql("select hash from ledger_entry where position = ?").param(index)
                        : jdbc.sql("select hash from ledger_node where last = ? and level = ?")
                                .param(Node.last(level, index))
                                .param(level))
                .query(byte[].class)
                .optional()
                .map(Sha256::ofDigest)
                .orElseThrow(
                        () -> new NotFound("node %d/%d of the ledger".formatted(level, index)));
    }

    @Override
    public Pages pages(long from, long to) {
        return new PagesAhead(this, from, to);
    }

    /** Entries and leaves come as one row each: most of the time goes into rows. */
    @Override
    public LedgerPage page(long from, long to) {
        var leaves = HashMap.<LeafId, Leaf>newHashMap((int) (to - from));
        var entries =
                stretch(
                                """
                                select position, leaf, hash, id, kind, subject, content, at, store
                                from ledger_entry e left join lateral (
                                    select * from ledger_leaf where id = e.leaf limit 1) l on true
                                where position between ? and ? order by position
                                """,
                                from,
                                to - 1)
                        .query((row, index) -> entry(row, index, leaves))
                        .list();
        return LedgerPage.of(
                from,
                to,
                entries,
                leaves,
                stretch(
                                """
                                select last, level, hash from ledger_node
                                where last between ? and ? order by last, level
                                """,
                                from,
                                to - 1)
                        .query(LedgerRows::node)
                        .list(),
                stretch(
                                """
                                select * from ledger_checkpoint where size between ? and ?
                                order by size
                                """,
                                from + 1,
                                to)
                        .query(LedgerRows::checkpoint)
                        .list());
    }

    private static LedgerEntry entry(ResultSet row, int index, Map<LeafId, Leaf> leaves)
            throws SQLException {
        if (row.getString("kind") != null) {
            var leaf = LedgerRows.leaf(row, index);
            leaves.put(leaf.id(), leaf);
        }
        return LedgerRows.entry(row, index);
    }

    private JdbcClient.StatementSpec stretch(String sql, long first, long last) {
        return jdbc.sql(sql).param(first).param(last);
    }

    @Override
    public List<LeafId> leftOut(int limit) {
        withRoom();
        return jdbc
                .sql(
                        """
                        select id from ledger_leaf l
                        where not exists (select from ledger_entry where leaf = l.id)
                            and not exists (select from ledger_waiting where leaf = l.id)
                        order by id limit ?
                        """)
                .param(limit)
                .query(UUID.class)
                .stream()
                .map(LeafId::new)
                .toList();
    }

    @Override
    public List<String> unrecorded(int limit) {
        withRoom();
        return jdbc.sql(
                        """
                        select evidence || '/' || seq from custody_entry c
                        where not exists (select from ledger_leaf
                            where kind = ? and subject = c.evidence || '/' || c.seq)
                        order by evidence, seq limit ?
                        """)
                .param(Leaf.Kind.CUSTODY_ENTRY.name())
                .param(limit)
                .query(String.class)
                .list();
    }

    /** Until the transaction ends: a million rows are compared in memory and not on the disk. */
    private void withRoom() {
        jdbc.sql("select set_config('work_mem', '128MB', true)").query(String.class).single();
    }
}
