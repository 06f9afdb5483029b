package dev.cordon.infra.persistence.evidence;

import dev.cordon.application.kernel.Ids;
import dev.cordon.domain.evidence.CustodyEntry;
import dev.cordon.domain.evidence.ledger.Leaf;
import java.util.List;
import java.util.function.Function;
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

    /** One statement, however many: as {@link Leaf#of} makes them, with the store of the item. */
    void add(List<CustodyEntry> links) {
        int added =
                jdbc.sql(
                                """
                                with leaf as (
                                    insert into ledger_leaf (id, kind, subject, content, at, store)
                                    select l.id, ?, l.subject, decode(l.content, 'hex'), l.at, i.store
                                    from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[])
                                        as l (id, evidence, subject, content, at)
                                    join evidence_item i on i.id = l.evidence
                                    returning id)
                                insert into ledger_waiting (leaf) select id from leaf
                                """)
                        .param(Leaf.Kind.CUSTODY_ENTRY.name())
                        .param(texts(links, _ -> ids.next()))
                        .param(texts(links, CustodyEntry::evidence))
                        .param(texts(links, link -> Leaf.custody(link.evidence(), link.seq())))
                        .param(texts(links, CustodyEntry::hash))
                        .param(texts(links, CustodyEntry::at))
                        .update();
        if (added != links.size()) {
            throw new IllegalStateException("links of items that are not stored");
        }
        queue.getObject().ask();
    }

    /** One that is of no item. */
    void add(Leaf leaf) {
        jdbc.sql(
                        """
                        with leaf as (
                            insert into ledger_leaf (id, kind, subject, content, at, store)
                            values (?, ?, ?, ?, ?, ?) returning id)
                        insert into ledger_waiting (leaf) select id from leaf
                        """)
                .param(leaf.id().value())
                .param(leaf.kind().name())
                .param(leaf.subject())
                .param(leaf.content().bytes())
                .param(leaf.at().toString())
                .param(leaf.store().value())
                .update();
        queue.getObject().ask();
    }

    private static String[] texts(List<CustodyEntry> links, Function<CustodyEntry, Object> column) {
        return links.stream().map(column).map(Object::toString).toArray(String[]::new);
    }
}
