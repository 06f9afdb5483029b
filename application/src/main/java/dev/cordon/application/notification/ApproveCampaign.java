package dev.cordon.application.notification;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.notification.Campaign.ApprovalOutcome;
import dev.cordon.domain.notification.CampaignId;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;

/** Approves exactly the content that was shown; the dispatch follows by itself. */
@UseCase
public class ApproveCampaign {

    /**
     * @param content the hash shown beside what the approver read
     */
    public record Command(CampaignId campaign, Sha256 content) {}

    private final Campaigns campaigns;
    private final Caller caller;
    private final InstantSource clock;

    ApproveCampaign(Campaigns campaigns, Caller caller, InstantSource clock) {
        this.campaigns = campaigns;
        this.caller = caller;
        this.clock = clock;
    }

    /** A refused attempt is stored too: an auditor sees that it was made. */
    @Requires(Permission.CAMPAIGN_APPROVE)
    public ApprovalOutcome approve(Command command) {
        var campaign = campaigns.get(command.campaign(), caller.scope());
        var outcome = campaign.approve(command.content(), caller.person(), clock.instant());
        switch (outcome) {
            case ApprovalOutcome.Approved(var change) -> campaigns.save(change);
            case ApprovalOutcome.Denied(_, var attempt) -> campaigns.save(attempt);
        }
        return outcome;
    }
}
