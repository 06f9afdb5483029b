package dev.cordon.application.notification;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.notification.CampaignId;
import dev.cordon.domain.notification.Delivery;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;

/**
 * A person decides about a message of which nobody knows whether it arrived. Sending again takes up
 * the dispatch once more.
 */
@UseCase
public class DecideDelivery {

    /**
     * @param attempt the attempt that the person saw as unknown
     */
    public record Command(
            CampaignId campaign,
            int ordinal,
            int attempt,
            Delivery.Decision decision,
            String reason) {}

    private final Campaigns campaigns;
    private final Deliveries deliveries;
    private final Caller caller;
    private final InstantSource clock;

    DecideDelivery(Campaigns campaigns, Deliveries deliveries, Caller caller, InstantSource clock) {
        this.campaigns = campaigns;
        this.deliveries = deliveries;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.CAMPAIGN_DISPATCH)
    public void decide(Command command) {
        var by = caller.person();
        var now = clock.instant();
        deliveries.hold(command.campaign());
        var campaign = campaigns.get(command.campaign(), caller.scope());
        var delivery = seen(command);
        campaigns.save(campaign.decide(delivery, command.decision(), command.reason(), by, now));
        deliveries.decide(delivery, command.decision(), by, now);
    }

    private Delivery seen(Command command) {
        var delivery = deliveries.get(command.campaign(), command.ordinal());
        if (delivery.attempts() != command.attempt()) {
            throw new StaleVersion(
                    "delivery " + delivery.ordinal(), new Version(command.attempt()));
        }
        return delivery;
    }
}
