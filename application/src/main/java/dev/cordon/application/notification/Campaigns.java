package dev.cordon.application.notification;

import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.notification.Campaign;
import dev.cordon.domain.notification.CampaignId;
import java.util.List;
import java.util.Optional;

/** All notices. What lies outside the scope is not there. */
public interface Campaigns {

    Optional<Campaign> find(CampaignId id, StoreScope scope);

    /** Newest first; the caller has shown that it may see the incident. */
    List<Campaign> of(IncidentId incident);

    /** Those submitted and not decided, longest waiting first. */
    List<Campaign> waitingForApproval(StoreScope scope);

    /**
     * Stores the new state; an approval schedules the dispatch in the same transaction.
     *
     * @throws StaleVersion if somebody else stored since the state was read
     */
    void save(Transition<Campaign> change);

    default Campaign get(CampaignId id, StoreScope scope) {
        return find(id, scope).orElseThrow(() -> new NotFound("notice " + id));
    }

    default Campaign get(CampaignId id, Version seen, StoreScope scope) {
        var campaign = get(id, scope);
        if (!campaign.version().equals(seen)) {
            throw new StaleVersion("notice " + id, seen);
        }
        return campaign;
    }
}
