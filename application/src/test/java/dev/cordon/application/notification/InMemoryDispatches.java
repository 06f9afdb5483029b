package dev.cordon.application.notification;

import dev.cordon.domain.notification.CampaignId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@link Dispatches} without a database. */
public final class InMemoryDispatches implements Dispatches {

    private final Map<CampaignId, DispatchState> states = new HashMap<>();

    @Override
    public void note(CampaignId campaign, DispatchState state) {
        states.put(campaign, state);
    }

    @Override
    public Optional<DispatchState> find(CampaignId campaign) {
        return Optional.ofNullable(states.get(campaign));
    }
}
