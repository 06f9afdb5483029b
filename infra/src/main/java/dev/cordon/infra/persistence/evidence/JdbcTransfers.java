package dev.cordon.infra.persistence.evidence;

import dev.cordon.application.evidence.Transfers;
import dev.cordon.application.kernel.Ids;
import dev.cordon.domain.evidence.ledger.Leaf;
import dev.cordon.domain.evidence.ledger.LeafId;
import dev.cordon.domain.evidence.transfer.Answer.Ended;
import dev.cordon.domain.evidence.transfer.Answer.Receipt;
import dev.cordon.domain.evidence.transfer.Transfer;
import dev.cordon.domain.evidence.transfer.TransferId;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.infra.persistence.Consequences;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTransfers implements Transfers {

    private static final String ANSWER = "/answer";

    private static final String ROWS =
            """
            select t.*, a.signed_by, a.received_at, a.document, a.document_content, a.why, a.reason,
                a.actor as answered_by, a.at as answered_at, a.digest as answer_digest,
                encode(l.content, 'hex') as leaf, encode(al.content, 'hex') as answer_leaf
            from evidence_transfer t
                left join evidence_transfer_answer a on a.transfer = t.id
                left join ledger_leaf l on l.kind = :kind and l.subject = t.id::text
                left join ledger_leaf al on al.kind = :kind and al.subject = t.id || '/answer'
            """;

    private final JdbcClient jdbc;
    private final LedgerLeaves leaves;
    private final Consequences consequences;
    private final Ids ids;

    JdbcTransfers(JdbcClient jdbc, LedgerLeaves leaves, Consequences consequences, Ids ids) {
        this.jdbc = jdbc;
        this.leaves = leaves;
        this.consequences = consequences;
        this.ids = ids;
    }

    @Override
    public void add(Transition<Transfer> handedOver) {
        var transfer = handedOver.state();
        jdbc.sql(
                        """
                        insert into evidence_transfer (id, package, incident, store, content,
                            receiver, organisation, reference, means, purpose, actor, at, digest)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(transfer.id().value())
                .param(transfer.evidencePackage().value())
                .param(transfer.incident().value())
                .param(transfer.store().value())
                .param(transfer.digest().hex())
                .param(transfer.to().name())
                .param(transfer.to().organisation())
                .param(transfer.to().reference())
                .param(transfer.means().name())
                .param(transfer.purpose())
                .param(transfer.by().name())
                .param(transfer.at().toString())
                .param(transfer.handedOver().hex())
                .update();
        leaves.add(
                new Leaf(
                        new LeafId(ids.next()),
                        Leaf.Kind.EVIDENCE_TRANSFER,
                        transfer.id().toString(),
                        transfer.handedOver(),
                        transfer.at(),
                        transfer.store()));
        consequences.of(handedOver);
    }

    @Override
    public void answer(Transition<Transfer> answered) {
        var transfer = answered.state();
        var answer = Objects.requireNonNull(transfer.answer());
        var digest = answer.digest(transfer.handedOver());
        var receipt = answer instanceof Receipt one ? one : null;
        var ended = answer instanceof Ended one ? one : null;
        int rows =
                jdbc.sql(
                                """
                                insert into evidence_transfer_answer (transfer, signed_by,
                                    received_at, document, document_content, why, reason, actor,
                                    at, digest)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                on conflict do nothing
                                """)
                        .param(transfer.id().value())
                        .param(receipt == null ? null : receipt.signedBy())
                        .param(receipt == null ? null : receipt.receivedAt().toString())
                        .param(receipt == null ? null : receipt.document().value())
                        .param(receipt == null ? null : receipt.content().hex())
                        .param(ended == null ? null : ended.why().name())
                        .param(ended == null ? null : ended.reason())
                        .param(answer.by().name())
                        .param(answer.at().toString())
                        .param(digest.hex())
                        .update();
        if (rows == 0) {
            throw new IllegalTransition(
                    "transfer " + transfer.id(), "answered", "be answered again");
        }
        leaves.add(
                new Leaf(
                        new LeafId(ids.next()),
                        Leaf.Kind.EVIDENCE_TRANSFER,
                        transfer.id() + ANSWER,
                        digest,
                        answer.at(),
                        transfer.store()));
        consequences.of(answered);
    }

    @Override
    public Optional<Transfer> find(TransferId id, StoreScope scope) {
        return rows("where t.id = :id", id.value()).stream()
                .flatMap(row -> row.borneOut().stream())
                .findFirst()
                .filter(found -> scope.covers(found.store()));
    }

    /** What was changed or put in behind the ledger's back counts for nothing. */
    @Override
    public List<Transfer> of(IncidentId incident) {
        return rows("where t.incident = :id order by t.id desc", incident.value()).stream()
                .flatMap(row -> row.borneOut().stream())
                .toList();
    }

    private List<TransferRow> rows(String which, @Nullable UUID id) {
        return jdbc.sql(ROWS + which)
                .param("kind", Leaf.Kind.EVIDENCE_TRANSFER.name())
                .param("id", id)
                .query(TransferRow::read)
                .list();
    }

    @Override
    public List<String> missing(int limit) {
        return jdbc.sql(
                        """
                        select subject from ledger_leaf where kind = ? and not exists (
                            select from evidence_transfer t where t.id::text = subject)
                            and not exists (select from evidence_transfer_answer a
                                where a.transfer || '/answer' = subject)
                        order by subject limit ?
                        """)
                .param(Leaf.Kind.EVIDENCE_TRANSFER.name())
                .param(limit)
                .query(String.class)
                .list();
    }

    @Override
    public List<String> altered(int limit) {
        return rows("order by t.id", null).stream()
                .filter(row -> row.borneOut().isEmpty())
                .limit(limit)
                .map(row -> row.id().toString())
                .toList();
    }
}
