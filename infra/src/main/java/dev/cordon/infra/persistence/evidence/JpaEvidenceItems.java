package dev.cordon.infra.persistence.evidence;

import dev.cordon.application.evidence.EvidenceItems;
import dev.cordon.application.kernel.Page;
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
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class JpaEvidenceItems implements EvidenceItems {

    /** No item is kept until then. */
    private static final Instant BEFORE_ALL = Instant.parse("1900-01-01T00:00:00Z");

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
    public Page<EvidenceItem> list(Filter filter, StoreScope scope, Page.Request page) {
        return rows(filter, scope)
                .page("receivedAt", page, EvidenceItemRow::place, EvidenceItemRow::toDomain);
    }

    @Override
    public int count(Filter filter, StoreScope scope) {
        return rows(filter, scope).count();
    }

    private Rows<EvidenceItemRow> rows(Filter filter, StoreScope scope) {
        var rows = Rows.of(em, EvidenceItemRow.class).within(scope);
        switch (filter.which()) {
            case EVERYTHING -> {}
            case KEPT -> rows.where("r.custody.disposalApprovedBy is null");
            case WAITING ->
                    rows.where(
                            "r.custody.disposalApprovedBy is null and (r.custody.offeredTo is not"
                                    + " null or r.custody.disposalPlannedBy is not null)");
            case ON_HOLD ->
                    rows.where("r.custody.holds <> :none", "none", CustodyColumns.NONE.holds());
            case DISPOSED -> rows.where("r.custody.disposalApprovedBy is not null");
        }
        if (filter.store() != null) {
            rows.where("r.store = :store", "store", filter.store().value());
        }
        if (filter.custodian() != null) {
            rows.where(
                    "r.custody.custodian = :custodian",
                    "custodian",
                    filter.custodian().reference());
        }
        if (filter.text() != null) {
            rows.where(
                    "position(:text in lower(r.label||' '||r.title||' '||r.originalName||' '"
                            + "||r.source||' '||r.content)) > 0",
                    "text",
                    filter.text().strip().toLowerCase(Locale.ROOT));
        }
        return rows;
    }

    @Override
    public List<EvidenceItem> over(Instant now, @Nullable EvidenceItem after, int limit) {
        return em
                .createQuery(
                        """
                        select r from EvidenceItemRow r, IncidentRow i
                        where i.id = r.incident and i.stage in :over
                            and r.custody.keepUntil <= :now and r.custody.holds = :none
                            and r.custody.disposalApprovedBy is null
                            and (r.custody.keepUntil > :until
                                or r.custody.keepUntil = :until and r.id > :id)
                        order by r.custody.keepUntil, r.id
                        """,
                        EvidenceItemRow.class)
                .setParameter("until", after == null ? BEFORE_ALL : after.custody().keepUntil())
                .setParameter("id", after == null ? new UUID(0, 0) : after.id().value())
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
                        where r.incident = :incident
                            and (r.content = :content or r.manifest = :content)
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
