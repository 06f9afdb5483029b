package dev.cordon.infra.persistence.evidence;

import dev.cordon.domain.evidence.ledger.Leaf;
import dev.cordon.domain.evidence.ledger.LeafId;
import dev.cordon.domain.evidence.ledger.LedgerEntry;
import dev.cordon.domain.evidence.ledger.Node;
import dev.cordon.domain.evidence.ledger.Placed;
import dev.cordon.domain.evidence.ledger.SignedCheckpoint;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** How rows of the ledger read back. */
final class LedgerRows {

    private LedgerRows() {}

    static Leaf leaf(ResultSet row, int index) throws SQLException {
        return new Leaf(
                new LeafId(row.getObject("id", UUID.class)),
                Leaf.Kind.valueOf(row.getString("kind")),
                row.getString("subject"),
                Sha256.ofDigest(row.getBytes("content")),
                Instant.parse(row.getString("at")),
                new StoreId(row.getObject("store", UUID.class)));
    }

    static LedgerEntry entry(ResultSet row, int index) throws SQLException {
        return new LedgerEntry(
                row.getLong("position"),
                new LeafId(row.getObject("leaf", UUID.class)),
                Sha256.ofDigest(row.getBytes("hash")));
    }

    static Placed placed(ResultSet row, int index) throws SQLException {
        return new Placed(
                leaf(row, index), row.getBytes("hash") == null ? null : entry(row, index));
    }

    static Node node(ResultSet row, int index) throws SQLException {
        int level = row.getInt("level");
        return new Node(
                level,
                (row.getLong("last") + 1 >> level) - 1,
                Sha256.ofDigest(row.getBytes("hash")));
    }

    static SignedCheckpoint checkpoint(ResultSet row, int index) throws SQLException {
        return new SignedCheckpoint(row.getLong("size"), row.getString("note"));
    }
}
