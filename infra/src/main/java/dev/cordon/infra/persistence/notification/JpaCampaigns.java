package dev.cordon.infra.persistence.notification;

import dev.cordon.application.notification.Campaigns;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.notification.Campaign;
import dev.cordon.domain.notification.CampaignId;
import dev.cordon.infra.persistence.AuditedRows;
import dev.cordon.infra.persistence.Rows;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

@Repository
class JpaCampaigns implements Campaigns {

    private final EntityManager em;
    private final AuditedRows rows;

    JpaCampaigns(EntityManager em, AuditedRows rows) {
        this.em = em;
        this.rows = rows;
    }

    @Override
    public Optional<Campaign> find(CampaignId id, StoreScope scope) {
        return Optional.ofNullable(em.find(CampaignRow.class, id.value()))
                .filter(row -> row.isWithin(scope))
                .map(CampaignRow::toDomain);
    }

    /** Ids are time-ordered. */
    @Override
    public List<Campaign> of(IncidentId incident) {
        return Rows.of(em, CampaignRow.class)
                .where("r.incident = :incident", "incident", incident.value())
                .all("r.id desc")
                .stream()
                .map(CampaignRow::toDomain)
                .toList();
    }

    @Override
    public List<Campaign> waitingForApproval(StoreScope scope) {
        return Rows.of(em, CampaignRow.class)
                .within(scope)
                .where("r.phase.phase = :phase", "phase", PhaseColumns.State.SUBMITTED)
                .all("r.phase.submittedAt, r.id")
                .stream()
                .map(CampaignRow::toDomain)
                .toList();
    }

    @Override
    public void save(Transition<Campaign> change) {
        var campaign = change.state();
        rows.save(
                CampaignRow.class,
                campaign.id().value(),
                campaign.version(),
                change,
                CampaignRow::new);
    }
}
