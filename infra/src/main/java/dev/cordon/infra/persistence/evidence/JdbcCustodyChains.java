package dev.cordon.infra.persistence.evidence;

import dev.cordon.application.evidence.CustodyChains;
import dev.cordon.domain.evidence.CustodyEntry;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.Salt;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCustodyChains implements CustodyChains {

    private static final int BATCH = 500;

    /** Links from before there were commitments have their purpose in them. */
    private static final String LINKS =
            """
            select e.*, w.salt, w.purpose as words
            from custody_entry e
                left join custody_words w on w.evidence = e.evidence and w.seq = e.seq
            where e.evidence = ?
            """;

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
                    commitment, at, content, facts, previous, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
                    var commitment = link.commitment();
                    row.setString(6, commitment == null ? link.purpose() : "");
                    row.setString(7, commitment == null ? null : commitment.digest().hex());
                    row.setString(8, link.at().toString());
                    row.setString(9, link.content().hex());
                    row.setString(10, facts == null ? null : facts.hex());
                    row.setString(11, link.previous().hex());
                    row.setString(12, link.hash().hex());
                });
        appendWords(links);
        leaves.add(links);
    }

    private void appendWords(List<CustodyEntry> links) {
        batches.batchUpdate(
                "insert into custody_words (evidence, seq, salt, purpose) values (?, ?, ?, ?)",
                links.stream().filter(link -> salt(link) != null).toList(),
                BATCH,
                (row, link) -> {
                    row.setObject(1, link.evidence().value());
                    row.setLong(2, link.seq());
                    row.setString(3, String.valueOf(salt(link)));
                    row.setString(4, link.purpose());
                });
    }

    private static @Nullable Salt salt(CustodyEntry link) {
        var commitment = link.commitment();
        return commitment == null ? null : commitment.salt();
    }

    @Override
    public void destroyWords(EvidenceId evidence, List<Long> links) {
        jdbc.sql("delete from custody_words where evidence = ? and seq = any (?)")
                .param(evidence.value())
                .param(links.toArray(Long[]::new))
                .update();
    }

    /** Two writers of one chain take turns: the item's row is held until the transaction ends. */
    @Override
    public CustodyEntry lastForAppend(EvidenceId evidence) {
        jdbc.sql("select id from evidence_item where id = ? for no key update")
                .param(evidence.value())
                .query(UUID.class)
                .optional();
        return jdbc.sql(LINKS + " order by e.seq desc limit 1")
                .param(evidence.value())
                .query(this::link)
                .optional()
                .orElseThrow(() -> new NotFound("the custody chain of " + evidence));
    }

    @Override
    public List<CustodyEntry> of(EvidenceId evidence) {
        return jdbc.sql(LINKS + " order by e.seq").param(evidence.value()).query(this::link).list();
    }

    private CustodyEntry link(ResultSet row, int index) throws SQLException {
        var facts = row.getString("facts");
        var purpose = row.getString("words");
        return new CustodyEntry(
                new EvidenceId(row.getObject("evidence", UUID.class)),
                row.getLong("seq"),
                CustodyEntry.Action.valueOf(row.getString("action")),
                Actor.of(row.getString("actor")),
                row.getString("counterpart"),
                purpose == null ? row.getString("purpose") : purpose,
                SaltColumns.commitment(row.getString("commitment"), row.getString("salt")),
                Instant.parse(row.getString("at")),
                new Sha256(row.getString("content")),
                facts == null ? null : new Sha256(facts),
                new Sha256(row.getString("previous")),
                new Sha256(row.getString("hash")));
    }
}
