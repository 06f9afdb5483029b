package dev.cordon.application.notification;

import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.DomainEvent;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.notification.Campaign;
import dev.cordon.domain.notification.Campaign.Phase;
import dev.cordon.domain.notification.CampaignId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link Campaigns} without a database. Versions behave as there. */
public final class InMemoryCampaigns implements Campaigns {

    private final Map<CampaignId, Campaign> campaigns = new LinkedHashMap<>();
    private final List<DomainEvent> announced = new ArrayList<>();

    @Override
    public Optional<Campaign> find(CampaignId id, StoreScope scope) {
        return Optional.ofNullable(campaigns.get(id)).filter(found -> scope.covers(found.store()));
    }

    @Override
    public List<Campaign> of(IncidentId incident) {
        return campaigns.values().stream()
                .filter(campaign -> campaign.incident().equals(incident))
                .toList()
                .reversed();
    }

    @Override
    public List<Campaign> waitingForApproval(StoreScope scope) {
        return campaigns.values().stream()
                .filter(campaign -> scope.covers(campaign.store()))
                .filter(campaign -> campaign.phase() instanceof Phase.Submitted)
                .sorted(Comparator.comparing(campaign -> ((Phase.Submitted) campaign.phase()).at()))
                .toList();
    }

    @Override
    public void save(Transition<Campaign> change) {
        var given = change.state();
        var kept = campaigns.get(given.id());
        var now = kept == null ? Version.NEW : kept.version();
        if (!now.equals(given.version())) {
            throw new StaleVersion("notice " + given.id(), given.version());
        }
        put(given.equals(kept) ? given : at(given, now.next()));
        announced.addAll(change.events());
    }

    /** Somebody writes into the database behind the program's back. */
    public void put(Campaign campaign) {
        campaigns.put(campaign.id(), campaign);
    }

    /** Every fact saved so far, in order. */
    public List<DomainEvent> announced() {
        return List.copyOf(announced);
    }

    private static Campaign at(Campaign campaign, Version version) {
        return new Campaign(
                campaign.id(),
                campaign.incident(),
                campaign.store(),
                campaign.determination(),
                campaign.channel(),
                campaign.texts(),
                campaign.recipients(),
                campaign.authors(),
                campaign.phase(),
                version);
    }
}
