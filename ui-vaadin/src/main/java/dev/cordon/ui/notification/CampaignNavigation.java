package dev.cordon.ui.notification;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import dev.cordon.domain.notification.Campaign;
import dev.cordon.domain.notification.CampaignId;

/** The addresses of notices. */
final class CampaignNavigation {

    private CampaignNavigation() {}

    static String address(CampaignId id) {
        return "notices/" + id;
    }

    static Anchor link(Campaign campaign, String text) {
        var link = new Anchor(address(campaign.id()), text);
        link.addClassName("strong");
        return link;
    }

    static void open(CampaignId id) {
        UI.getCurrent().navigate(address(id));
    }
}
