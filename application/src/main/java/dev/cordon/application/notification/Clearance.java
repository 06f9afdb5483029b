package dev.cordon.application.notification;

import dev.cordon.application.incident.Incidents;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.application.store.Stores;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.notification.Campaign;
import java.util.Optional;

/** Whether a campaign may leave: real, and exactly what was approved. */
@Supporting
class Clearance {

    private final Incidents incidents;
    private final Stores stores;
    private final Deliveries deliveries;
    private final NoticeRenderer renderer;

    Clearance(Incidents incidents, Stores stores, Deliveries deliveries, NoticeRenderer renderer) {
        this.incidents = incidents;
        this.stores = stores;
        this.deliveries = deliveries;
        this.renderer = renderer;
    }

    /** Why it must not leave as it stands; empty if it may. */
    Optional<String> objection(Campaign campaign) {
        return unreal(campaign).or(() -> unapproved(campaign)).or(() -> unfit(campaign));
    }

    /** A drill never touches a real customer. */
    private Optional<String> unreal(Campaign campaign) {
        var mode = incidents.get(campaign.incident(), StoreScope.ALL).mode();
        if (mode != Mode.LIVE && mode != Mode.RETROSPECTIVE) {
            return Optional.of(
                    "The incident is no real one but a %s: its notices never leave Cordon. Nothing was sent."
                            .formatted(mode == Mode.DRILL ? "drill" : "tutorial"));
        }
        if (!stores.get(campaign.store(), StoreScope.ALL).isProduction()) {
            return Optional.of(
                    "The store is a staging store: its notices never leave Cordon. Nothing was sent. If real customers buy there, correct the store's environment.");
        }
        return Optional.empty();
    }

    private Optional<String> unapproved(Campaign campaign) {
        if (!campaign.isApprovedAsItStands()) {
            return Optional.of(
                    "What is stored is not what was approved. Nothing more is sent. Find out who changed it.");
        }
        if (!deliveries.stored(campaign.id()).equals(campaign.recipients())) {
            return Optional.of(
                    "The stored recipients are not the list that was approved. Nothing more is sent. Find out who changed it.");
        }
        return Optional.empty();
    }

    private Optional<String> unfit(Campaign campaign) {
        var missing =
                deliveries.languages(campaign.id()).keySet().stream()
                        .filter(language -> !campaign.texts().containsKey(language))
                        .sorted()
                        .toList();
        if (!missing.isEmpty()) {
            return Optional.of(
                    "There are recipients without a text in their language: %s. Nothing was sent."
                            .formatted(String.join(", ", missing)));
        }
        return campaign.texts().values().stream()
                .flatMap(text -> renderer.faults(text).stream())
                .findFirst();
    }
}
