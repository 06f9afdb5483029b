package dev.cordon.application.notification;

import dev.cordon.domain.notification.CampaignId;
import java.util.Optional;

/** How the dispatch of each campaign stands, for whoever wonders. The last note counts. */
public interface Dispatches {

    void note(CampaignId campaign, DispatchState state);

    /** Empty as long as its dispatch has not begun. */
    Optional<DispatchState> find(CampaignId campaign);
}
