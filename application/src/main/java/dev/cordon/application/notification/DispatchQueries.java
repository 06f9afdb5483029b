package dev.cordon.application.notification;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.notification.CampaignId;
import dev.cordon.domain.people.Permission;
import java.util.Optional;

/** Whether a notice is on its way, and what it waits for. */
@Queries
public class DispatchQueries {

    private final Campaigns campaigns;
    private final Dispatches dispatches;
    private final Caller caller;

    DispatchQueries(Campaigns campaigns, Dispatches dispatches, Caller caller) {
        this.campaigns = campaigns;
        this.dispatches = dispatches;
        this.caller = caller;
    }

    /** Empty as long as its dispatch has not begun. */
    @Requires(Permission.CAMPAIGN_READ)
    public Optional<DispatchState> of(CampaignId id) {
        return dispatches.find(campaigns.get(id, caller.scope()).id());
    }
}
