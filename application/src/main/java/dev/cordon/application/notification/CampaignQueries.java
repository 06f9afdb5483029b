package dev.cordon.application.notification;

import dev.cordon.application.incident.Incidents;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Page;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.notification.Campaign;
import dev.cordon.domain.notification.CampaignId;
import dev.cordon.domain.notification.Delivery;
import dev.cordon.domain.notification.DeliveryTally;
import dev.cordon.domain.notification.NoticeText;
import dev.cordon.domain.people.Permission;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Notices, who waits for an approval, and what became of each message. */
@Queries
public class CampaignQueries {

    private final Incidents incidents;
    private final Campaigns campaigns;
    private final Deliveries deliveries;
    private final NoticePreview preview;
    private final Caller caller;

    CampaignQueries(
            Incidents incidents,
            Campaigns campaigns,
            Deliveries deliveries,
            NoticePreview preview,
            Caller caller) {
        this.incidents = incidents;
        this.campaigns = campaigns;
        this.deliveries = deliveries;
        this.preview = preview;
        this.caller = caller;
    }

    @Requires(Permission.CAMPAIGN_READ)
    public Campaign campaign(CampaignId id) {
        return campaigns.get(id, caller.scope());
    }

    @Requires(Permission.CAMPAIGN_READ)
    public List<Campaign> of(IncidentId incident) {
        return campaigns.of(incidents.get(incident, caller.scope()).id());
    }

    @Requires(Permission.CAMPAIGN_READ)
    public List<Campaign> waitingForApproval() {
        return campaigns.waitingForApproval(caller.scope());
    }

    @Requires(Permission.CAMPAIGN_READ)
    public DeliveryTally tally(CampaignId id) {
        return deliveries.tally(campaigns.get(id, caller.scope()).id());
    }

    @Requires(Permission.CAMPAIGN_READ)
    public Page<Delivery> deliveries(
            CampaignId id, Delivery.@Nullable Status status, Page.Request page) {
        var found = deliveries.list(campaigns.get(id, caller.scope()).id(), status, page);
        return new Page<>(found.items().stream().map(Delivery::masked).toList(), found.next());
    }

    /**
     * A text as a recipient of that language will read it. What is written may be a draft that is
     * not stored yet.
     */
    @Requires(Permission.CAMPAIGN_READ)
    public NoticePreview.Shown preview(CampaignId id, String language, NoticeText text) {
        boolean known =
                caller.may(Permission.CAMPAIGN_WRITE) || caller.may(Permission.CAMPAIGN_APPROVE);
        return preview.show(campaigns.get(id, caller.scope()), language, text, known);
    }

    /** How many recipients read each language. */
    @Requires(Permission.CAMPAIGN_READ)
    public Map<String, Integer> languages(CampaignId id) {
        return deliveries.languages(campaigns.get(id, caller.scope()).id());
    }
}
