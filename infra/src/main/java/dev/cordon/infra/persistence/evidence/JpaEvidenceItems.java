package dev.cordon.infra.persistence.evidence;

import dev.cordon.application.evidence.EvidenceItems;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.incident.Stage;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.infra.persistence.AuditedRows;
import dev.cordon.infra.persistence.Counters;
import dev.cordon.infra.persistence.Rows;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class JpaEvidenceItems implements EvidenceItems {

    private static final List<Stage> OVER =
            Arrays.stream(Stage.values()).filter(Stage::isOver).toList();

    private final EntityManager em;
    private final AuditedRows rows;
    private final Counters counters;

    JpaEvidenceItems(EntityManager em, AuditedRows rows, Counters counters) {
        this.em = em;
        this.rows = rows;
        this.counters = counters;
    }

    @Override
    public Optional<EvidenceItem> find(EvidenceId id, StoreScope scope) {
        return Optional.ofNullable(em.find(EvidenceItemRow.class, id.value()))
                .filter(row -> row.isWithin(scope))
                .map(EvidenceItemRow::toDomain);
    }

    @Override
    public List<EvidenceItem> of(IncidentId incident) {
        return Rows.of(em, EvidenceItemRow.class)
                .where("r.incident = :incident", "incident", incident.value())
                .all("r.label")
                .stream()
                .map(EvidenceItemRow::toDomain)
                .toList();
    }

    @Override
    public List<EvidenceItem> over(Instant now, int limit) {
        return em
                .createQuery(
                        """
                        select r from EvidenceItemRow r, IncidentRow i
                        where i.id = r.incident and i.stage in :over
                            and r.custody.keepUntil <= :now and r.custody.holds = :none
                            and r.custody.disposalApprovedBy is null
                        order by r.custody.keepUntil, r.id
                        """,
                        EvidenceItemRow.class)
                .setParameter("over", OVER)
                .setParameter("now", now)
                .setParameter("none", CustodyColumns.NONE.holds())
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(EvidenceItemRow::toDomain)
                .toList();
    }

    @Override
    public boolean anyOn(IncidentId incident, Sha256 content) {
        return !em.createQuery(
                        """
                        select r.id from EvidenceItemRow r
                        where r.incident = :incident and r.content = :content
                        """,
                        UUID.class)
                .setParameter("incident", incident.value())
                .setParameter("content", content.hex())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    @Override
    public long nextNumber(IncidentId incident) {
        return counters.next("evidence/" + incident);
    }

    @Override
    public void save(Transition<EvidenceItem> change) {
        var item = change.state();
        rows.save(
                EvidenceItemRow.class,
                item.id().value(),
                item.version(),
                change,
                EvidenceItemRow::new);
    }
}
