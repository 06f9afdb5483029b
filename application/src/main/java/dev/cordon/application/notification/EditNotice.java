package dev.cordon.application.notification;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.notification.CampaignId;
import dev.cordon.domain.notification.NoticeText;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;

/** Writes the text in one language. What was submitted becomes a draft again. */
@UseCase
public class EditNotice {

    public record Command(CampaignId campaign, Version seen, String language, NoticeText text) {}

    private final Campaigns campaigns;
    private final Caller caller;
    private final InstantSource clock;

    EditNotice(Campaigns campaigns, Caller caller, InstantSource clock) {
        this.campaigns = campaigns;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.CAMPAIGN_WRITE)
    public void edit(Command command) {
        var campaign = campaigns.get(command.campaign(), command.seen(), caller.scope());
        campaigns.save(
                campaign.edit(
                        command.language(), command.text(), caller.person(), clock.instant()));
    }
}
