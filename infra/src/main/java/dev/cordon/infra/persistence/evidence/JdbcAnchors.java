package dev.cordon.infra.persistence.evidence;

import dev.cordon.application.evidence.Anchors;
import dev.cordon.application.kernel.Ids;
import dev.cordon.domain.evidence.ledger.Anchor;
import dev.cordon.domain.evidence.ledger.Leaf;
import dev.cordon.domain.evidence.ledger.LeafId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAnchors implements Anchors {

    private final JdbcClient jdbc;
    private final LedgerLeaves leaves;
    private final Ids ids;

    JdbcAnchors(JdbcClient jdbc, LedgerLeaves leaves, Ids ids) {
        this.jdbc = jdbc;
        this.leaves = leaves;
        this.ids = ids;
    }

    @Override
    public Optional<Anchor> newest(String authority) {
        return jdbc.sql(
                        """
                        select * from ledger_anchor where authority = ? order by size desc limit 1
                        """)
                .param(authority)
                .query(JdbcAnchors::anchor)
                .optional();
    }

    @Override
    public List<Anchor> after(long size, int limit) {
        return jdbc.sql(
                        """
                        select * from ledger_anchor where size > ?
                        order by size fetch first ? rows with ties
                        """)
                .param(size)
                .param(limit)
                .query(JdbcAnchors::anchor)
                .list();
    }

    @Override
    public List<Anchor> latest(int limit) {
        return jdbc.sql("select * from ledger_anchor order by size desc, authority limit ?")
                .param(limit)
                .query(JdbcAnchors::anchor)
                .list();
    }

    @Override
    public List<Anchor> of(long size) {
        return jdbc.sql("select * from ledger_anchor where size = ? order by authority")
                .param(size)
                .query(JdbcAnchors::anchor)
                .list();
    }

    @Override
    public void add(Anchor anchor) {
        jdbc.sql("insert into ledger_anchor (size, authority, at, token) values (?, ?, ?, ?)")
                .param(anchor.size())
                .param(anchor.authority())
                .param(anchor.at().toString())
                .param(Base64.getDecoder().decode(anchor.token()))
                .update();
        leaves.add(Leaf.of(new LeafId(ids.next()), anchor));
    }

    @Override
    public boolean isMoreThanAnchors(long after, long size) {
        return jdbc.sql(
                        """
                        select exists(
                            select from ledger_entry e join ledger_leaf l on l.id = e.leaf
                            where position >= ? and position < ? and kind <> ?)
                        """)
                .param(after)
                .param(size)
                .param(Leaf.Kind.ANCHOR.name())
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<String> missing(int limit) {
        return jdbc.sql(
                        """
                        select subject from ledger_leaf where kind = ? and not exists (
                            select from ledger_anchor where size || '/' || authority = subject)
                        order by subject limit ?
                        """)
                .param(Leaf.Kind.ANCHOR.name())
                .param(limit)
                .query(String.class)
                .list();
    }

    @Override
    public List<String> altered(int limit) {
        return jdbc.sql(
                        """
                        select size || '/' || authority from ledger_anchor a where not exists (
                            select from ledger_leaf l
                            where kind = ? and subject = a.size || '/' || a.authority
                                and l.at = a.at and l.content = sha256(a.token))
                        order by size limit ?
                        """)
                .param(Leaf.Kind.ANCHOR.name())
                .param(limit)
                .query(String.class)
                .list();
    }

    private static Anchor anchor(ResultSet row, int index) throws SQLException {
        return new Anchor(
                row.getLong("size"),
                row.getString("authority"),
                Instant.parse(row.getString("at")),
                Base64.getEncoder().encodeToString(row.getBytes("token")));
    }
}
