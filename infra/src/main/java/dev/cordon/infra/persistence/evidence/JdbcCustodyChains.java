package dev.cordon.infra.persistence.evidence;

import dev.cordon.application.evidence.CustodyChains;
import dev.cordon.domain.evidence.CustodyEntry;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCustodyChains implements CustodyChains {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final LedgerLeaves leaves;

    JdbcCustodyChains(JdbcClient jdbc, JdbcTemplate batches, LedgerLeaves leaves) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.leaves = leaves;
    }

    @Override
    public void append(List<CustodyEntry> links) {
        batches.batchUpdate(
                """
                insert into custody_entry (evidence, seq, action, actor, counterpart, purpose,
                    at, content, facts, previous, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                links,
                BATCH,
                (row, link) -> {
                    row.setObject(1, link.evidence().value());
                    row.setLong(2, link.seq());
                    row.setString(3, link.action().name());
                    row.setString(4, link.by().reference());
                    var facts = link.facts();
                    row.setString(5, link.counterpart());
                    row.setString(6, link.purpose());
                    row.setString(7, link.at().toString());
                    row.setString(8, link.content().hex());
                    row.setString(9, facts == null ? null : facts.hex());
                    row.setString(10, link.previous().hex());
                    row.setString(11, link.hash().hex());
                });
        leaves.add(links);
    }

    /** Two writers of one chain take turns: the item's row is held until the transaction ends. */
    @Override
    public CustodyEntry lastForAppend(EvidenceId evidence) {
        jdbc.sql("select id from evidence_item where id = ? for no key update")
                .param(evidence.value())
                .query(UUID.class)
                .optional();
        return jdbc.sql(
                        """
                        select * from custody_entry where evidence = ? order by seq desc limit 1
                        """)
                .param(evidence.value())
                .query(this::link)
                .optional()
                .orElseThrow(() -> new NotFound("the custody chain of " + evidence));
    }

    @Override
    public List<CustodyEntry> of(EvidenceId evidence) {
        return jdbc.sql("select * from custody_entry where evidence = ? order by seq")
                .param(evidence.value())
                .query(this::link)
                .list();
    }

    private CustodyEntry link(ResultSet row, int index) throws SQLException {
        var facts = row.getString("facts");
        return new CustodyEntry(
                new EvidenceId(row.getObject("evidence", UUID.class)),
                row.getLong("seq"),
                CustodyEntry.Action.valueOf(row.getString("action")),
                Actor.of(row.getString("actor")),
                row.getString("counterpart"),
                row.getString("purpose"),
                Instant.parse(row.getString("at")),
                new Sha256(row.getString("content")),
                facts == null ? null : new Sha256(facts),
                new Sha256(row.getString("previous")),
                new Sha256(row.getString("hash")));
    }
}
