package dev.cordon.infra.persistence.evidence;

import dev.cordon.application.kernel.Ids;
import dev.cordon.domain.evidence.CustodyEntry;
import dev.cordon.domain.evidence.ledger.Leaf;
import dev.cordon.domain.evidence.ledger.LeafId;
import dev.cordon.domain.kernel.StoreId;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes leaves in the transaction of what they speak of. No writer waits for another one here. */
@Component
class LedgerLeaves {

    private final JdbcClient jdbc;
    private final Ids ids;
    private final ObjectProvider<LedgerQueue> queue;

    LedgerLeaves(JdbcClient jdbc, Ids ids, ObjectProvider<LedgerQueue> queue) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.queue = queue;
    }

    void add(CustodyEntry link) {
        var store =
                jdbc.sql("select store from evidence_item where id = ?")
                        .param(link.evidence().value())
                        .query(UUID.class)
                        .single();
        add(Leaf.of(new LeafId(ids.next()), link, new StoreId(store)));
    }

    private void add(Leaf leaf) {
        jdbc.sql(
                        """
                        insert into ledger_leaf (id, kind, subject, content, at, store)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .param(leaf.id().value())
                .param(leaf.kind().name())
                .param(leaf.subject())
                .param(leaf.content().hex())
                .param(leaf.at().toString())
                .param(leaf.store().value())
                .update();
        jdbc.sql("insert into ledger_waiting (leaf) values (?)").param(leaf.id().value()).update();
        queue.getObject().ask();
    }
}
