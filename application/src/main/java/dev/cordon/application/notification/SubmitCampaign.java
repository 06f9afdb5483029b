package dev.cordon.application.notification;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.notification.CampaignId;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Asks somebody else to approve exactly what is written now. */
@UseCase
public class SubmitCampaign {

    public record Command(CampaignId campaign, Version seen) {}

    /** What came of it. */
    public sealed interface Outcome {
        record Submitted() implements Outcome {}

        /**
         * @param faults what is wrong with the texts, by language
         */
        record Faulty(Map<String, List<String>> faults) implements Outcome {}
    }

    private final Campaigns campaigns;
    private final NoticeRenderer renderer;
    private final Caller caller;
    private final InstantSource clock;

    SubmitCampaign(
            Campaigns campaigns, NoticeRenderer renderer, Caller caller, InstantSource clock) {
        this.campaigns = campaigns;
        this.renderer = renderer;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.CAMPAIGN_WRITE)
    public Outcome submit(Command command) {
        var campaign = campaigns.get(command.campaign(), command.seen(), caller.scope());
        var faults = new TreeMap<String, List<String>>();
        campaign.texts()
                .forEach(
                        (language, text) -> {
                            var found = renderer.faults(text);
                            if (!found.isEmpty()) {
                                faults.put(language, found);
                            }
                        });
        if (!faults.isEmpty()) {
            return new Outcome.Faulty(faults);
        }
        campaigns.save(campaign.submit(caller.person(), clock.instant()));
        return new Outcome.Submitted();
    }
}
