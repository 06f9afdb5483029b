package dev.cordon.application.notification;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.notification.CampaignId;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;

/** Gives a notice back to its authors, with a reason. */
@UseCase
public class SendBackCampaign {

    public record Command(CampaignId campaign, Version seen, String reason) {}

    private final Campaigns campaigns;
    private final Caller caller;
    private final InstantSource clock;

    SendBackCampaign(Campaigns campaigns, Caller caller, InstantSource clock) {
        this.campaigns = campaigns;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.CAMPAIGN_APPROVE)
    public void sendBack(Command command) {
        var campaign = campaigns.get(command.campaign(), command.seen(), caller.scope());
        campaigns.save(campaign.sendBack(command.reason(), caller.person(), clock.instant()));
    }
}
